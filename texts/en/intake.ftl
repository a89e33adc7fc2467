intake-yes = Yes
intake-apply-title = Apply for coaching
intake-apply-lead = You answer one question at a time. Your answers are saved and you can continue later.
intake-apply-back = To the service page
intake-apply-there = You already have an application
intake-apply-go-on = Open your application
intake-apply-cannot = You cannot apply now
intake-apply-closed = Applications are not being taken now. The service page tells when the next round begins.
intake-apply-not-staff = The service is for the organisation's own staff, and the staff register has no current employment for you. Ask the coordinator if this is wrong.
intake-apply-questions = Questions
intake-apply-closes = Apply no later than
intake-apply-supervisor = Your supervisor's part
intake-apply-begin = Begin the application
intake-who-approves = You and the coordinator who handles applications see your answers. Your supervisor sees that you have applied, but not your answers.
intake-who-is-told = You and the coordinator who handles applications see your answers. Your supervisor is told only when you accept a place, and does not see your answers.
intake-who-is-not-told = You and the coordinator who handles applications see your answers. Your supervisor is not told of the application.
intake-part-approves = Your supervisor is asked whether they support your application.
intake-part-is-told = Your supervisor is not told that you apply. They are told if you get a place and accept it.
intake-part-is-not-told = Your supervisor is not told of the application.
intake-step-title = Application
intake-step-progress = Question { $number } of { $of }
intake-step-save = Save and continue
intake-step-saved = Last saved at { $time }. You can continue later.
intake-check-title = Check your answers
intake-check-lead = The application has not been sent yet. You can change the answers before you send it.
intake-check-missing = Answer these questions first
intake-check-before = Before you send
intake-check-send = Send the application
intake-answers-title = Answers
intake-not-answered = Not answered
intake-own-title = Your application
intake-own-all = Your applications
intake-own-none = You have no applications
intake-own-none-do = See which services you can apply to now.
intake-own-services = See the services
intake-own-now = Where it stands now
intake-own-position = Number { $n } on the reserve list
intake-own-continue = Continue the application
intake-own-answer-by = Answer no later than { $day }.
intake-own-answer = Answer the offer
intake-own-support-waiting = We are waiting for your supervisor's view.
intake-own-supported = Your supervisor supports your application.
intake-own-not-supported = Your supervisor does not support your application. The coordinator will contact you before the decision.
intake-state-draft = The application is not finished
intake-state-submitted = The application has been sent
intake-state-eligible = You meet the terms
intake-state-ineligible = The terms are not met
intake-state-to-be-checked = A person is checking your application
intake-state-selected = You have been selected
intake-state-on-reserve = You are on the reserve list
intake-state-not-selected = You did not get a place in this round
intake-state-offered = You are offered a place
intake-state-accepted = You accepted the place
intake-state-refused = You did not take the place
intake-state-lapsed = The offer is no longer open
intake-state-withdrawn = You withdrew the application
intake-next-draft = Answer the questions and send the application before the round closes.
intake-next-submitted = You will soon be told whether you meet the terms.
intake-next-eligible = Places are given when the round has closed. You get a message when the decision has been made.
intake-next-ineligible = You cannot get a place in this service. The reason is below. Ask the coordinator which other service could suit you.
intake-next-to-be-checked = The coordinator goes through your details and tells you the result. You get a message about it.
intake-next-selected = You will soon be offered a place.
intake-next-on-reserve = If a place comes free, we offer it in the order of the reserve list. You get a message then.
intake-next-not-selected = You can apply again in the next round.
intake-next-offered = Tell us whether you take the place. If you do not answer in time, the place goes to the next person.
intake-next-accepted = Your coach will contact you and propose a first meeting.
intake-next-refused = The place has gone to the next person. You can apply again in the next round.
intake-next-lapsed = We did not get your answer in time, and the place has gone to the next person. You can apply again in the next round.
intake-next-withdrawn = Your application is no longer handled. You can apply again while the round is open.
intake-look-title = Is this wrong?
intake-look-lead = You can ask a person to look at your application again.
intake-look-why = Tell us why you think you meet the terms
intake-look-who = You and the coordinator see this.
intake-look-send = Ask for another look
fault-intake-look = Tell what the coordinator should know.
intake-ticket-title = Lottery
intake-ticket = The ticket of your application is { $ticket }.
intake-ticket-draw = How the draw is done
intake-withdraw-title = Withdraw the application
intake-withdraw-lead = After that your application is not handled. You need not say why.
intake-withdraw = Withdraw my application
intake-offer-title = Offer of a place
intake-offer-by = Answer no later than { $day }
intake-offer-question = Do you take the place?
intake-offer-visits = { $n ->
    [one] The coaching has one visit.
   *[other] The coaching has up to { $n } visits.
}
intake-offer-told = When you accept the place, your supervisor is told. Otherwise they are not.
intake-offer-accept = I take the place
intake-offer-refuse = I do not take the place
intake-offer-else = If you do not take it, the place is offered to the next person. You need not say why.
intake-offer-accepted = You have taken the place
intake-offer-refused = You did not take the place
intake-offer-lapsed = The time to answer is over
intake-offer-withdrawn = You withdrew the application
intake-offer-was = The offer was open until { $day }.
intake-offer-own = To your application
intake-stop-cannot = The application has moved on, and this can no longer be done. Open it again and see where it stands.
intake-stop-full = There are not enough places or visits for everyone proposed. Nothing was published. Move some to the reserve list and try again.
intake-stop-closed = Applications are not being taken. Your answers are kept.
intake-stop-sent = The application has already been sent, and the answers can no longer be changed.
done-intake-sent = The application has been sent.
done-intake-withdrawn = The application has been withdrawn.
done-intake-look = Your request has been sent to the coordinator.
done-intake-accepted = You took the place.
done-intake-refused = You said that you do not take the place.
intake-letter-receipt = Your application has arrived
intake-letter-receipt-text = Your application has arrived. Sign in to see where it stands: { $link }
intake-letter-decision = There is a decision on your application
intake-letter-decision-text = A decision has been made on your application. Sign in to read it: { $link }
intake-letter-offer = There is a decision on your application that needs your answer
intake-letter-offer-text = A decision has been made on your application. Sign in to read it and answer: { $link }
intake-letter-lapsed = Your application has moved on
intake-letter-lapsed-text = The time to answer is over. Sign in to see where it stands: { $link }
intake-letter-checked = Your application has been checked
intake-letter-checked-text = The coordinator has checked your application. Sign in to read the result: { $link }
intake-letter-asked = Your view is waited for
intake-letter-asked-text = Your view is waited for. Sign in to open it: { $link }
intake-letter-told = There is news for you
intake-letter-told-text = There is news for you. Sign in to read it: { $link }
intake-letter-changed = The details of the round have changed
intake-letter-changed-text = The round has more time or more places. You need not do anything. See the new details: { $link }
intake-apply-questions-n = { $n ->
    [one] One question
   *[other] { $n } questions
}
intake-menu = Applications
intake-planner = What do I do now?
intake-planner-now = Now
intake-planner-now-n = { $n ->
    [one] One thing is waiting for you
   *[other] { $n } things are waiting for you
}
intake-planner-nothing = Nothing is waiting for you right now
intake-planner-none = No rounds are planned or running
intake-planner-none-do = Begin by planning a round. Others see it only when you open applications.
intake-planner-open = Applications were to open on { $day }
intake-planner-open-do = Open applications
intake-planner-check = { $n ->
    [one] One application is to be checked
   *[other] { $n } applications are to be checked
}
intake-planner-check-do = Check
intake-planner-close = The time to apply ended on { $day }
intake-planner-close-do = Go on to selection
intake-planner-propose = { $n ->
    [one] One applicant waits for a proposal
   *[other] { $n } applicants wait for a proposal
}
intake-planner-propose-do = Propose places
intake-planner-publish = { $n ->
    [one] One decision waits to be published
   *[other] { $n } decisions wait to be published
}
intake-planner-publish-do = Check and publish
intake-planner-hand-on-do = Offer the place
intake-planner-fill = { $n ->
    [one] One place is free and nobody is on the reserve list
   *[other] { $n } places are free and nobody is on the reserve list
}
intake-planner-fill-do = Add an applicant
intake-planner-ahead = Ahead
intake-planner-ahead-none = No days are known.
intake-planner-opens = Applications open
intake-planner-closes = Last day to apply
intake-planner-offer-ends = { $n ->
    [one] Last day to answer the offer
   *[other] Last day to answer the first of { $n } open offers
}
intake-planner-rounds = Rounds
intake-planner-free = { $n ->
    [one] one place free
   *[other] { $n } places free
}
intake-planner-reserve = { $n ->
    [one] one on the reserve list
   *[other] { $n } on the reserve list
}
intake-planner-offers = { $n ->
    [one] one open offer
   *[other] { $n } open offers
}
intake-planner-line = The lines run { $from }–{ $to }. The upright line is today.
intake-planner-list = All applications
intake-queue-lead = This is a work list, not a statistic. Names and exact states do not go into reports.
intake-queue-no-rounds = No round has been opened yet
intake-queue-no-rounds-do = Applications are shown here when a round opens.
intake-queue-arrived = applications
intake-queue-to-check = to be checked
intake-queue-places = places left of { $n }
intake-queue-visits = visits left of { $n }
intake-queue-none = No applications match
intake-queue-none-do = Remove a filter and show the list again.
intake-filter = Filter the list
intake-filter-on =
    { $n ->
        [one] Filter the list (one filter on)
       *[other] Filter the list ({ $n } filters on)
    }
intake-filter-round-show = Show the round
intake-filter-off = Clear the filters
intake-filter-round = Round
intake-filter-state = State
intake-filter-area = Service area
intake-filter-unit = Unit
intake-filter-unit-typed = Whole name of the unit
intake-filter-title = Job title
intake-filter-title-typed = Whole job title
intake-filter-education = Education
intake-filter-name = Last name begins with
intake-filter-order = Order
intake-filter-all = All
intake-filter-show = Show applications
intake-order-name = By name
intake-order-arrival = By arrival
intake-education-secondary = Upper secondary
intake-education-higher = Higher education
intake-education-other = Other or not known
intake-mark-submitted = Arrived
intake-mark-eligible = Terms met
intake-mark-ineligible = Terms not met
intake-mark-to-be-checked = To be checked
intake-mark-selected = Selected
intake-mark-on-reserve = On reserve
intake-mark-not-selected = No place in this round
intake-mark-offered = Place offered
intake-mark-accepted = Accepted the place
intake-mark-refused = Refused the place
intake-mark-lapsed = Did not answer in time
intake-mark-withdrawn = Withdrew
intake-proposal-select = Proposed: select
intake-proposal-reserve = Proposed: reserve
intake-proposal-leave-out = Proposed: no place
intake-proposal-undo = Proposal removed
intake-support-waiting = Waiting for the supervisor
intake-support-supported = The supervisor supports
intake-support-not-supported = The supervisor does not support
intake-late-mark = Added late
intake-bulk = Propose for the ticked
intake-bulk-reason = Reason
intake-bulk-by-hand = Reasons
intake-bulk-by-hand-lead = In this round each person is chosen by hand. Write under each name what your proposal is based on. The reason stays with the application.
intake-bulk-shared-reason = Shared reason
intake-bulk-shared = Use the shared reason for those ticked who have none of their own
fault-intake-reason = Write a reason, or choose to use the shared one.
fault-intake-shared = Write the shared reason.
fault-intake-pick = Tick at least one applicant first.
intake-across-link = Propose for everyone on all pages of the list
intake-across = Propose for everyone on the list
intake-across-lead = The proposal is for everyone who matches the filters of the list and can still be proposed for, on other pages too. Proposals can be undone until they are published.
intake-across-n = { $n ->
    [one] One applicant
   *[other] { $n } applicants
}
intake-across-changed = The list has changed since you opened the page. Nothing was saved. Check the number and propose again.
intake-across-many = There are too many applicants for one proposal
intake-across-many-do = Narrow the list, for example by service area, to 2000 applicants at most.
intake-across-none = There is nobody to propose for
intake-across-reason-hint = The same reason is kept for each. If the reasons differ, write them on the list.
intake-bulk-select = Propose for a place
intake-bulk-reserve = Propose for the reserve list
intake-bulk-leave-out = Propose without a place
intake-bulk-undo = Undo the proposal
intake-column-pick = Tick
intake-column-name = Name
intake-column-work = Work
intake-column-state = State
intake-column-arrived = Arrived
intake-pick = Tick { $name }
intake-pages = Pages of the list
intake-pages-first = To the beginning
intake-decide-title = Selection
intake-policy-first-come = Propose in the order of arrival
intake-policy-priority = Propose by points
intake-policy-lottery = Draw lots and propose by the result
intake-policy-manual = In this round each person is chosen by hand
intake-hand-on-lead = A place is free and there are people on the reserve list.
intake-hand-on = Offer the place to the first on the reserve list
intake-to-decisions = Check and publish the decisions
intake-late = Add an applicant late
intake-clash-title = Another coordinator was first
intake-clash-lead = Nothing of your form was saved. Your ticks and reasons are still below. Look at the new situation, then decide.
intake-clash-now = Now
intake-clash-mine = You proposed
intake-decisions-title = Publishing the decisions
intake-decisions-lead = Proposals can be undone until they are published. On publishing, each person gets a message in their own language.
intake-decisions-none = There is nothing to publish
intake-decisions-none-do = Propose applicants on the list first.
intake-decisions-select = Offered a place
intake-decisions-reserve = To the reserve list
intake-decisions-leave-out = No place in this round
intake-decisions-places = Places left now
intake-decisions-visits = Visits left now
intake-decisions-days = { $n ->
    [one] The offer is to be answered by the end of tomorrow.
   *[other] The offer is to be answered within { $n } days.
}
intake-decisions-publish = Publish the decisions
intake-stop-round = The round is not at a stage where places are given.
intake-stop-by-hand = In this round each person is chosen by hand, with a reason.
intake-stop-unsealed = The lottery has no seal and cannot be drawn. Contact the administrator.
intake-stop-draw-early = The draw is done only when the time to apply is over.
intake-draw-from = The draw can be done when the time to apply is over. The last day to apply is { $day }. The seal is on the service page.
intake-draw-waiting = Some applications are still to be checked. If you draw now, those found eligible later come after everyone drawn.
done-intake-proposed = The proposals have been saved. They are not published yet.
done-intake-published = The decisions have been published and the applicants told.
done-intake-handed-on = The place was offered to the first on the reserve list.
intake-file-who = The applicant and the round's coordinators see the application. Every opening is recorded, and the applicant sees it.
intake-file-work = The applicant at work
intake-file-support = The supervisor's words
intake-file-look = The applicant asked for another look
intake-file-answer-by = To be answered by
intake-file-log = What has happened
intake-check-kicker = Check by hand
intake-check-question = Are the terms met?
intake-check-reason = Reason to the applicant
intake-check-reason-hint = The applicant sees this as it is.
intake-check-eligible = The terms are met
intake-check-ineligible = The terms are not met
fault-intake-check = Tell the applicant what the check is based on.
intake-rule-met = Met
intake-rule-not-met = Not met
intake-rule-unknown = Check by hand
intake-event-started = The application was begun
intake-event-submitted = The application was sent
intake-event-look-asked = The applicant asked for another look
intake-event-checked = The application was checked by hand
intake-event-supervisor-spoke = The supervisor gave a view
intake-event-decided = The decision was published
intake-event-offered = A place was offered
intake-event-accepted = The applicant took the place
intake-event-refused = The applicant did not take the place
intake-event-lapsed = The offer's time ran out
intake-event-withdrawn = The applicant withdrew
done-intake-checked = The check has been saved and the applicant told.
intake-waiting-menu = Waiting for you
intake-waiting-none = Nothing is waiting for you now
intake-waiting-none-do = You get a message when something is asked of you.
intake-waiting-asked = Waiting for your view
intake-waiting-told = For your information
intake-waiting-answer = Give your view
intake-waiting-who = You see who of your staff has applied or has a place, and in which service, where the terms of the round give you a part in it. You do not see the answers.
intake-support-lead = A member of your staff has applied to this service.
intake-told-lead = A member of your staff has accepted a place in this service.
intake-told-nothing = You need not do anything
intake-told-what = If a session is in working time you are told its time. You are not told what the coaching is about.
intake-support-question = Do you support the application?
intake-support-words = Your reason
intake-support-words-hint = Give a reason if you do not support the application. Do not write about health.
intake-support-who = The applicant and the coordinator see this.
intake-support-yes = I support the application
intake-support-no = I do not support the application
intake-support-nothing = Nothing is asked of you here
fault-intake-support = Tell why you do not support the application.
done-intake-support = Your view has been saved.
intake-draw-title = How the draw is done
intake-draw-lead = Anyone can check that the result was not chosen. The tickets do not tell whose application it is.
intake-draw-seal = Seal
intake-draw-no-seal = The lottery has not been sealed.
intake-draw-sealed = Sealed { $when }, when applications opened
intake-draw-how = The steps
intake-draw-how-seal = When applications open, the program makes a random seed that nobody sees and publishes its hash, the seal. After that the seed cannot be changed without anyone noticing.
intake-draw-how-ticket = Each application gets a random ticket. The applicant sees it on the page of the application.
intake-draw-how-order = When the time to apply is over, the seed is published. For each ticket the SHA-256 hash is taken of the seed, a colon and the ticket. The smallest comes first.
intake-draw-how-kept = The list does not change after the draw, even when somebody withdraws. Those who come in later are drawn among themselves and stand after the others.
intake-draw-seed = Seed
intake-draw-no-seed = Published when the draw has been done.
intake-draw-order = The order drawn { $when }
intake-draw-later = Those who came in later, drawn { $when }
intake-draw-check = Check it yourself
intake-draw-check-lead = Try first with invented numbers. You need a computer with the command sha256sum.
intake-draw-check-seal = This gives the seal:
intake-draw-check-lot = Place { $place }:
intake-draw-check-own = Then do the same with the seed and the tickets of this page: the first result must be the seal and the others those of the list.
intake-draw-place = Place
intake-draw-ticket = Ticket
intake-draw-lot = Hash
intake-late-lead = The terms are checked as for everyone else. The person gets a message and can withdraw.
intake-late-address = The person's work email
intake-late-reason = Why is the applicant added late?
intake-late-reason-hint = The reason stays with the application.
intake-late-add = Add the applicant
fault-intake-late-reason = Write the reason.
fault-intake-late-address = Nobody in the staff register has this address. Check the address.
intake-stop-there = The person already has an application to this round.
intake-stop-not-staff = The person has no current employment.
done-intake-late = The applicant has been added.
intake-told-application = Application
intake-told-state = State
intake-told-submitted-at = Sent
intake-told-decided-at = Decided
intake-told-erased-at = Contents erased
intake-told-unit = Unit
intake-told-service-area = Service area
intake-told-title = Title
intake-told-support-words = What your supervisor said
intake-told-look-words = Your request for another look
intake-told-check-words = The answer to your request
intake-told-reason = The reason of the decision
intake-letter-invited = You have an invitation
intake-letter-invited-text = Hello! You have an invitation that waits for your answer. Read it and answer here: { $link }
intake-event-named = Named to the round, and agreed
intake-named = Name participants
intake-named-lead = You invite people to the round without an application. Each decides whether to take part.
intake-named-find = Find among the staff
intake-named-query = Start of the last name or of the unit's name
intake-named-search = Find
intake-named-found = Choose whom to invite
intake-named-sees = Whoever is invited gets a message without content and reads the invitation after signing in. Nobody else is told of it.
intake-named-invite = Invite those chosen
intake-named-nobody = Nobody was found. Try the start of the last name or of the unit's name. Those invited already are not shown again.
intake-named-shut = Invitations cannot be sent now
intake-named-shut-do = Invitations are sent while the round is open or under way.
intake-named-guests = Invited
intake-named-free = { $n ->
    [one] One place free.
   *[other] { $n } places free.
 }
intake-named-guests-none = Nobody has been invited yet.
intake-named-until = answer by { $day }
intake-named-invited = Invited
intake-named-accepted = Taking part
intake-named-not-there = Not taking part
intake-named-withdrawn = Invitation taken back
intake-named-withdraw = Take the invitation back
intake-named-not-there-means = Not taking part: declined or did not answer. No reason is asked, and the same person is not invited to this round again.
done-intake-named = The invitations have been sent.
done-intake-named-withdrawn = The invitation is taken back, and the place is free again.
fault-intake-named-none = Choose at least one to invite.
fault-intake-named-there = { $name } has applied to this round or been invited to it already. Nobody was invited yet.
fault-intake-named-not-staff = { $name } is not employed now. Nobody was invited yet.
fault-intake-named-audience = { $name } is not in the target group of the service. Nobody was invited yet.
fault-intake-named-full = The places run out: there is none for { $name }. Nobody was invited yet.
intake-invitation = Invitation
intake-invitation-is = What it is
intake-invitation-is-text = Your employer invites you. Taking part is voluntary and happens in working hours, unless the page of the service says otherwise.
intake-invitation-visits = { $n ->
    [one] You get one meeting with the coach.
   *[other] You get { $n } meetings with the coach.
 }
intake-invitation-service = Read more of the service
intake-invitation-who = Who sees what
intake-invitation-who-text = The coordinator sees whether you take part, and nothing else of your answer.
intake-invitation-told = If you take part, your supervisor is told of the place. If you decline, your supervisor is not told.
intake-invitation-question = Do you want to take part?
intake-invitation-free = You may decline without a reason. Nothing follows from it and nobody is told: the coordinator sees only “Not taking part”, the same as if you do not answer.
intake-invitation-consent = I take part of my own will and know who sees what
intake-invitation-consent-hint = You may step back at any time.
intake-invitation-accept = I take part
intake-invitation-decline = I do not take part
intake-invitation-waits = You have been invited to take part. Answer by { $day }.
intake-invitation-open = Open the invitation
intake-invitation-path = To your own path
intake-invitation-state-invited = The invitation waits for your answer
intake-invitation-state-accepted = You are in
intake-invitation-state-declined = You do not take part
intake-invitation-state-lapsed = The time to answer is over
intake-invitation-state-withdrawn = The invitation is taken back
intake-invitation-then-accepted = Your coaching opens on your own path in a moment. You get a message of it.
intake-invitation-then-declined = Thank you for answering. There is nothing you need to do.
intake-invitation-then-lapsed = You do not take part in this round. There is nothing you need to do.
intake-invitation-then-withdrawn = The coordinator took the invitation back. Ask them if anything is unclear.
intake-invitation-invited-at = Invited
done-intake-invitation-accepted = Thank you, you are in.
done-intake-invitation-declined = Your answer is saved.
fault-intake-invitation-consent = Tick that you take part of your own will. Otherwise press “I do not take part”.
