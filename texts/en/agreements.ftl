agreements-title = Agreed together
agreements-and = { $one } and { $other }
agreements-lead = Here stands what you, { $names } agree about the coaching.
agreements-lead-two = Here stands what you and { $name } agree about the coaching.
agreements-lead-alone = What has been agreed about the coaching.
agreements-lead-none = There is nothing to read here yet. You will see what was agreed when the participant has confirmed it.
agreements-next = Next
agreements-next-title = Confirm what was agreed
agreements-aims = What the coaching aims at
agreements-aims-hint = In your own words. A few sentences are enough.
agreements-timetable = Timetable
agreements-timetable-hint = For example how often you meet and when all three talk again.
agreements-ends-on = By when?
agreements-ends-on-hint = For example 31.1.2027. May be left empty.
agreements-ends = By { $day }
agreements-form-title = What we agree
agreements-share-question = What may the supervisor see?
agreements-share-hint = Tick what you talked about. Nothing is shown before the participant has confirmed it.
agreements-share-aims = What the coaching aims at
agreements-share-timetable = Timetable
agreements-share-goals = Goals
agreements-share-ratings = Ratings of the goals
agreements-share-actions = Agreed actions
agreements-who = { $name } and the coach see this. The supervisor sees only what { $name } confirms to be shared.
agreements-who-own = You and the coach see this. The supervisor sees only what you confirm to be shared.
agreements-note = Save what was agreed
agreements-change = Change what was agreed
agreements-kept-aims = The aim of the coaching is not shown on this screen, because it has not been shared. It stays as it is.
agreements-kept-timetable = The timetable is not shown on this screen, because it has not been shared. It stays as it is.
agreements-screen-room = Open for the screen of a meeting room
agreements-screen-own = Back to your own view
agreements-earlier = Agreed earlier
agreements-version = Version { $n }
agreements-noted-on = Noted { $day }
agreements-stage-noted = Waits for the participant
agreements-stage-confirmed = Waits for signatures
agreements-stage-in-force = In force
agreements-stage-replaced = Replaced by a newer one
agreements-shared = Shared with the supervisor
agreements-to-share = Proposed to be shared with the supervisor
agreements-nothing-shared = Nothing is shared.
agreements-party-participant = Participant
agreements-party-supervisor = Supervisor
agreements-party-coach = Coach
agreements-party-confirmed = { $name } confirmed { $day }
agreements-party-waits = { $name }
agreements-party-signed = { $name } signed { $day }
agreements-party-signs = { $name }
agreements-tag-done = Done
agreements-tag-waits = Waits
agreements-erased = The texts of this coaching have been erased. They can no longer be read.
agreements-to-goals = Goals
agreements-to-actions = Agreed actions
agreements-prepare-title = Prepare for the joint discussion
agreements-prepare-lead = Write down your thoughts before the discussion. You need not answer everything.
agreements-prepare-link = Your own preparation
agreements-hint-participant-1 = What do you want from the coaching?
agreements-hint-participant-2 = What works in your job, what would you like to change?
agreements-hint-participant-3 = What do you want to talk about together, and what not?
agreements-hint-supervisor-1 = What do you hope for from the coaching?
agreements-hint-supervisor-2 = Where are the participant's strengths?
agreements-hint-supervisor-3 = What can you do or make possible yourself?
agreements-hint-coach-1 = What is important to talk about?
agreements-hint-coach-2 = On what should everybody have their say?
agreements-hint-coach-3 = What must be agreed before you leave?
agreements-thoughts = Own thoughts
agreements-thoughts-of = What { $name } thinks
agreements-saved-at = Saved { $when }
agreements-own = Only you see this until you share it yourself.
agreements-share-who = If you share it, { $names } see this. You can take it back.
agreements-shared-with = { $names } see this now.
agreements-save-own = Save for myself
agreements-save-shared = Save the changes
agreements-share = Share with the others for the discussion
agreements-take-back = Take it back
agreements-to-joint = Go to Agreed together
agreements-clash = The text was changed meanwhile
agreements-clash-text = First comes the saved text, then yours. Put them together and save again.
agreements-clash-theirs = Saved text
agreements-confirm-title = Confirm what you have agreed
agreements-confirm-lead = Take your time to read. You decide what your supervisor sees. You can change your mind later.
agreements-confirm-over = There is nothing to confirm here now.
agreements-confirm-share = What may { $name } see?
agreements-confirm-share-hint = Tick what you want to share. The rest stays between you and your coach.
agreements-confirm-who = { $name } sees what is ticked as soon as you confirm, and nothing else.
agreements-confirm-own = Confirm what was agreed
agreements-confirm-seen = Confirm it like this
agreements-no-supervisor = Your supervisor has not been named yet, so nothing is shared. When they are named, we ask you first.
agreements-tap-lead = Read what was noted. One tap is enough.
agreements-tap = I confirm that this was agreed
agreements-preview-link = This is how { $name } sees it
agreements-preview-lead = The page is shown exactly as the supervisor sees it.
agreements-preview-try = What would be shared?
agreements-preview-show = Show what it looks like
agreements-sign-title = Sign what was agreed
agreements-sign-lead = Each signs by writing their name. The page can be printed too.
agreements-sign-not-yet = Signing begins when the participant has confirmed what is shared.
agreements-signatures = Signatures
agreements-not-signed = Not signed yet
agreements-sign-name = Your name
agreements-sign-sure = I have read what was agreed and accept it.
agreements-sign = Sign what was agreed
agreements-link-title = Confirmation
agreements-link-lead = Confirm that what you agreed together was noted correctly. No names are shown here.
agreements-link-thanks = Thank you
agreements-link-over = The confirmation has been noted, or the link is no longer valid. You can close the page.
agreements-stuck-title = Something waits
agreements-stuck-lead = In these coachings what was agreed has waited for a confirmation for more than a week. The coaching goes on all the same. The parties have been reminded. You can ask the coach whether help is needed.
agreements-stuck-none = Nothing waits
agreements-stuck-none-text = A row appears here when a confirmation has been missing for more than a week.
agreements-stuck-days =
    { $n ->
        [one] Has waited { $n } day
       *[other] Has waited { $n } days
    }
agreements-stuck-who = You see only that something waits: not whose confirmation is missing, not why, and no contents.
agreements-wait-prepare = Prepare for the joint discussion
agreements-wait-prepare-text = Write down your thoughts. Only you see them until you share them. It takes about 10 minutes.
agreements-wait-note = Note what you agree
agreements-wait-note-text = Note together what you agree.
agreements-wait-confirm = Confirm what you have agreed
agreements-wait-confirm-text = You decide what your supervisor sees. Nothing is shown before that.
agreements-wait-sign = Sign what you have agreed
agreements-wait-sign-text = All three sign.
agreements-verb-prepare = Prepare
agreements-verb-note = Note it
agreements-verb-confirm = Confirm
agreements-verb-sign = Sign
agreements-mail-subject = Something for you to confirm
agreements-mail-confirm =
    Hello!

    What you agreed together has been noted. Read it and confirm it if it is right. Nothing is shown to others before that.

    Open and sign in:
    { $page }
agreements-mail-confirm-again =
    Hello!

    What you agreed together still waits for you. You can confirm or change it when it suits you.

    Open and sign in:
    { $page }
agreements-mail-tap =
    Hello!

    What you agreed together waits for your confirmation. You can read it first when you sign in:
    { $page }

    Confirm with one tap without signing in:
    { $link }

    The link is valid for two weeks and can be used once.
agreements-mail-tap-again =
    Hello!

    What you agreed together still waits for your confirmation. It takes a moment:
    { $link }

    You can read it first when you sign in:
    { $page }
agreements-mail-sign =
    Hello!

    What you agreed together waits for your signature. Open and sign in:
    { $page }
agreements-mail-sign-again =
    Hello!

    What you agreed together still waits for your signature. It takes a moment. Open and sign in:
    { $page }
agreements-told-preparation = Your thoughts before the joint discussion
agreements-told-day = Day
agreements-told-words = Text
agreements-told-shares = Shared with the supervisor
agreements-told-participant = You confirmed
agreements-told-supervisor = The supervisor confirmed
agreements-told-coach = The coach confirmed
fault-agreements-aims = Write what the coaching aims at.
fault-agreements-thoughts = Write something to share first.
fault-agreements-name = Write your name.
fault-agreements-sure = Tick that you have read what was agreed.
conflict-agreements-over = There is nothing to confirm here any more.
conflict-agreements-erased = The texts of this coaching have been erased.
done-agreements-noted = What was agreed has been saved.
done-agreements-confirmed = Thank you, your confirmation has been noted.
done-agreements-signed = Thank you, your signature has been noted.
done-agreements-saved = Your thoughts have been saved.
done-agreements-shared = Your thoughts have been shared.
done-agreements-kept = Only you see your thoughts now.
agreements-add-goals = Note goals at the same time
agreements-add-goals-hint = What is empty is left out. Goals are still agreed on their own page unless the participant saves.
agreements-goal-n = Goal { $n }
agreements-add-actions = Note agreed actions at the same time
agreements-add-actions-hint = An action noted together is agreed at once. What is empty is left out.
agreements-action-n = Action { $n }
agreements-pdf-link = Save as a PDF file, version { $n }
agreements-pdf-file = agreed-together
agreements-pdf-version = Version
agreements-pdf-state = State
agreements-pdf-noted = Noted
agreements-pdf-confirmations = Confirmations
agreements-pdf-party = Party
agreements-pdf-name = Name
agreements-pdf-confirmed = Confirmed
agreements-pdf-signed = Signed electronically
agreements-pdf-pen = { $name }, { $role }
agreements-pdf-place = Place and date
