signin-title = Sign in
signin-lead = We send you a one-time code. You need no password.
signin-address = Work e-mail address
signin-address-hint = For example firstname.lastname@organisation.fi
signin-address-or-phone = Work e-mail address or phone number
signin-address-or-phone-hint = The code comes by e-mail or as a text message, whichever you write.
signin-send-code = Send the code
signin-other-ways = Other ways to sign in
signin-by-oidc = Sign in with your organisation's account
signin-by-password = Sign in with a password
signin-by-code = Sign in with a code
signin-by-demo = Try as an invented person
signin-fault-address = Check the address. Write it for example like this: firstname.lastname@organisation.fi

signin-code-title = Write the code
signin-code-lead = If we know the address, the code is on its way. It may take a minute. The code works for 10 minutes and in this browser only.
signin-code = Code
signin-code-hint = Eight digits
signin-new-code = No code? Ask for a new one.
signin-fault-code = The code is not right. Check the digits and try again.
signin-fault-code-over = The code is no longer valid. Ask for a new code.
signin-mail-subject = Your sign-in code
signin-mail-text =
    Hello!

    Your sign-in code is { $code }. It works for 10 minutes in the browser where you asked for it.

    If you did not ask for a code, you need not do anything. Do not give the code to anybody.
signin-sms-text = Your sign-in code is { $code }. It works for 10 minutes. Do not give the code to anybody.

signin-password-title = Sign in with a password
signin-password-lead = If you have no password, sign in with a code. After that you can set a password if you wish.
signin-password = Password
signin-fault-password = The address or the password is not right. Check both, or sign in with a code.

signin-own-title = Password and sessions
signin-own-lead = A password is optional: you can always sign in with a code. When you change it, your other sessions end.
signin-own-old = Current password
signin-own-new = New password
signin-own-new-hint = At least 12 characters. A good password is a phrase of a few words that only you would think of.
signin-fault-password-old = The current password is not right.
signin-fault-password-short = The password is too short. Write at least 12 characters.
signin-fault-password-long = The password is too long. Write at most 200 characters.
signin-fault-password-own = The password is mostly your own or your organisation's names. Think of other words.
signin-fault-password-common = The password is easy to guess. Think of a phrase of a few words.
signin-everywhere = Sign out everywhere
signin-everywhere-lead = If you forgot to sign out on another computer or lost your phone, end all your sessions. Then sign in again.
signin-everywhere-do = End all sessions
done-signin-password = The password has been changed. Your other sessions have ended.
done-signin-out = You have signed out.
done-signin-out-all = All your sessions have ended.

signin-setup-title = Begin here
signin-setup-lead = Nobody is here yet. Make the first organisation and its administrator. This page works once.
signin-setup-code = Set-up code
signin-setup-code-hint = The code is shown on the server's console when the server starts.
signin-setup-organisation = Name of the organisation
signin-setup-kind = What kind of organisation is it?
signin-setup-name = Name of the administrator
signin-setup-address-hint = Sign-in codes come to this address.
signin-setup-do = Make them
signin-fault-setup = The set-up code is not right. See the code on the server's console; the newest one is valid.
done-signin-setup = The organisation and the administrator have been made.
signin-kind-wellbeing-county = Wellbeing services county
signin-kind-municipality = Municipality or city
signin-kind-state-agency = State agency
signin-kind-company = Company
signin-kind-school = School

signin-front-title = Help when working life changes
signin-front-lead = Urasilta is with you when work changes: from applying for coaching to the follow-up after it.
signin-front-kicker = Begin
signin-front-text = Sign in with your work e-mail address. You get a one-time code and need no password.
signin-home-title = Front page
signin-home-hello = Hello, { $name }
signin-home-lead = Nothing waits for you just now. From here you can go on:

signin-demo-title = Through whose eyes do you want to look?
signin-demo-lead = The people, organisations and data are invented. Choose a person and see what they see.
signin-demo-nobody = There are no people here yet.
signin-demo-guests = Employees who have not applied yet
signin-demo-guests-about = Go along with one of them from the start: apply for coaching and see what happens then.
signin-demo-guest = Employee
signin-persona-participant = Participant
signin-persona-participant-sees = Applies for coaching and sees their own path.
signin-persona-agreeing = Participant, three-party
signin-persona-agreeing-sees = Agrees on the coaching together with the supervisor and the coach.
signin-persona-supervisor = Supervisor
signin-persona-supervisor-sees = Sees only what was agreed to be shared.
signin-persona-coach = Coach
signin-persona-coach-sees = Sees the people they coach and today's meetings.
signin-persona-coordinator = Coordinator
signin-persona-coordinator-sees = Handles applications, selection and reports. Does not see what is said in coaching.
signin-persona-provider = Provider
signin-persona-provider-sees = Sees the assignments of their own contract.
signin-persona-administrator = Administrator
signin-persona-administrator-sees = Sees the state of the system. Cannot open coaching cases.
signin-persona-committee = Committee member
signin-persona-committee-sees = Sees published reports.

signin-privacy-title = Privacy
signin-privacy-lead = What is known of you, who sees it and what you can do yourself.
signin-privacy-who = Who is responsible for the data
signin-privacy-who-text = The controller is your employer or the organiser of the service, in this service { $site }. The provider of coaching handles data only as the contract says and for its time.
signin-privacy-what = What there is
signin-privacy-what-text = Your name, title, unit and work contact details come from the staff register. You write the application, the goals and the answers yourself. We do not collect personal identity codes.
signin-privacy-readers = Who sees what
signin-privacy-readers-text = Beside each thing stands who sees it. The coordinator sees your application. You and your coach see the shared memo, the coach alone the working note. Of the coaching the coordinator and the provider see how it proceeds, not its contents. Your supervisor sees neither your answers nor the contents of the coaching; the service's page says what your supervisor is told. Every look leaves a record.
signin-privacy-numbers = Numbers in reports
signin-privacy-numbers-text = Reports hold only numbers from which nobody can be recognised. Small numbers are merged or hidden.
signin-privacy-kept = How long data is kept
signin-privacy-kept-text = These contents are erased when their time is over and a coordinator of the organisation has approved it. A legal hold can stop it. The notes and answers are encrypted with a key for each coaching. A day after the key is destroyed they cannot be read even in backups. Names, dates and states stay.
signin-privacy-class-applications = Answers and statements in applications, from the decision
signin-privacy-class-coaching = Shared memo, working note and answers, from the end of the coaching
signin-privacy-class-measures = What ties measures to you, from the end of the coaching
signin-privacy-class-supervisors = The supervisor's own path and answers, from the end of the last coaching of the round
signin-privacy-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
 }
signin-privacy-cookies = Cookies
signin-privacy-cookies-text = We use only necessary cookies: for the session, the protection of forms and the choice of language. We do not track you and use no outside services.
signin-privacy-rights = What you can do
signin-privacy-rights-text = When signed in, you download all your data in one file under My data. There you can also ask for rectification or erasure, and you see by which day you are answered. You can also contact the data protection officer of your organisation or the phone number at the foot of the page, and turn to the Data Protection Ombudsman.

signin-access-lead = This statement is about the service Urasilta, run by { $site }. The Act on the Provision of Digital Services (306/2019) applies to it.
signin-access-state = How accessible the service is
signin-access-state-text = The service is made to meet levels A and AA of WCAG 2.2. Every task can be done with a keyboard, magnified to 400 per cent and without JavaScript.
signin-access-lacks = Known shortcomings
signin-access-lacks-text = Texts that the organisation has added itself and linked pages may have shortcomings that we cannot mend. Sign language and easy language are not there yet.
signin-access-made = How this was assessed
signin-access-made-text = The developer of the service made the assessment. Every page is checked automatically at every change in Finnish, Swedish and English. The statement was made on 22.11.2026.
signin-access-feedback = Did you notice something? Tell us.
signin-access-feedback-text = You can give feedback or ask for contents in a form that suits you. We answer within 14 days.
signin-access-phone = Call { $phone }
signin-access-mail = Write to { $mail }
signin-access-complaint = If you are not content with the answer
signin-access-complaint-text = If you get no answer in 14 days, or it is not enough, you can report to the supervisory authority. Its pages tell how the matter is handled.
signin-access-authority = Finnish Transport and Communications Agency Traficom, supervision of digital accessibility, www.webaccessibility.fi

signin-closed = The page is closed

signin-system = State of the system
signin-system-lead = Is all well? Here are counts only, nobody's data.
signin-system-well = All is well.
signin-system-dead = Waiting for you: tasks that failed
signin-system-dead-lead = These have been tried many times. Mend the cause, then try again.
signin-system-dead-meta = Last { $when }: { $why }
signin-system-retry = Try again
signin-system-house = Server
signin-system-version = Version
signin-system-database = Database
signin-system-schema = Changes of the database
signin-system-schema-run = { $run } / { $known } run
signin-system-waiting = Tasks in the queue
signin-system-unsealed = Not sealed yet
signin-system-audit = The whole chain is checked by the command urasilta check audit.
signin-system-sessions = Sessions now
signin-system-contents = The administrator cannot open applications or coaching cases.
done-signin-retried = The task will be tried again.

signin-refused-oidc = Signing in with your organisation's account did not succeed. Try again, or sign in with a code.
signin-refused-oidc-unknown = Your organisation's account is in order, but you have no account here. Ask the coordinator of your organisation for one.

signin-accounts = Accounts and roles
signin-accounts-lead = Who does what, and in which organisation. Staff come from the staff file; roles are given here.
signin-accounts-holders = Roles now
signin-accounts-holds = { $role }, { $where }
signin-accounts-end = End the role
signin-accounts-give = Give a role
signin-accounts-name = Name
signin-accounts-where = Organisation
signin-accounts-role = Role
signin-accounts-organisation = Organisations
signin-accounts-business-id = Business ID, if any
signin-accounts-add = Add the organisation
signin-role-coordinator = Coordinator
signin-role-supervisor = Supervisor
signin-role-coach = Coach
signin-role-provider = Manager at the provider
signin-role-committee = Committee member
signin-role-admin = Administrator
signin-refused-own-role = Nobody changes their own roles. Ask another administrator.

signin-second-title = Enter the code from your app
signin-second-lead = In your work you see other people's information, so we make sure once more that it is you. Open the authenticator app on your phone and enter the code it shows.
signin-second-code = Code from the app
signin-second-hint = Six digits
signin-second-no-phone = Phone not with you? Use a recovery code.
signin-second-anew = Start signing in again
signin-fault-second = The code is not right or has been used already. Wait until the app shows a new code and enter that.
signin-fault-second-over = The time ran out or there were too many tries. Start signing in again.
signin-recovery-title = Enter a recovery code
signin-recovery-lead = You got ten recovery codes when you took the app into use. Each works once.
signin-recovery = Recovery code
signin-recovery-hint = For example K7QF-3MZB-XW2P-R5TD
signin-recovery-app = Use the code from the app after all
signin-recovery-lost = Are the recovery codes lost too? Ask the administrator to remove the old app. You then take a new one into use.
signin-fault-recovery = The recovery code is not right or has been used already. Check the characters.
signin-enrol-title = Take an authenticator app into use
signin-enrol-lead = In your work you see other people's information. Signing in therefore needs a code from your phone besides the password or the mailed code. You do this once, and it takes a couple of minutes.
signin-enrol-change-lead = The new app takes the place of the old one. The old one works until you have entered the first code of the new. Your other sessions end.
signin-enrol-first = 1. Open the authenticator app on your phone
signin-enrol-first-text = If you have none yet, search the app store of your phone for “authenticator”. Any of them will do.
signin-enrol-then = 2. Add Urasilta to the app
signin-enrol-then-text = Choose to add an account in the app and point the camera at this square code.
signin-enrol-picture = Square code for the authenticator app. The same key is below as text.
signin-enrol-here = Reading this on the phone? Open the app here.
signin-enrol-by-hand = You can also type the key into the app by hand:
signin-enrol-last = 3. Enter the code that the app shows
signin-enrol-do = Take into use
signin-enrol-why = Why, and what if I have no phone?
signin-enrol-why-text = A mailbox or a password can fall into the wrong hands. The code on your phone changes every half minute, and only you have it. The app needs no network and tells us nothing about your phone.
signin-enrol-no-phone = The app can be installed on a work computer too. Ask your organisation's IT support what you use.
signin-twice-title = The app is already in use
signin-twice-lead = The button was pressed twice. The first press was enough: the authenticator app is in use, but you did not get to see the recovery codes.
signin-twice-do = Make new recovery codes and keep them. If you are asked for a code, wait until the code in your app changes.
signin-twice-codes = Make new recovery codes
signin-codes-title = Keep your recovery codes
signin-codes-lead = The authenticator app is in use. If the phone is lost, these let you in. Write the codes on paper or print this page, and keep them somewhere other than the phone.
signin-codes = Your recovery codes
signin-codes-once = The codes are shown only now. Each works once. If you had older recovery codes, they no longer work.
signin-codes-kept = I have kept the codes, go on
signin-own-second-title = Authenticator app
signin-own-second-lead = When signing in also needs a code from your phone, nobody reaches the information with your mailbox or your password alone.
signin-own-second-go = Authenticator app settings
signin-own-second-begin = Take an authenticator app into use
signin-own-second-since = The app has been in use since { $day }.
signin-own-second-left =
    { $n ->
        [0] No recovery codes are left. Make new ones.
        [one] 1 recovery code is left. Make new ones.
       *[other] { $n } recovery codes are left.
    }
signin-own-second-change = Change
signin-own-second-code = Code from the app, or a recovery code
signin-own-second-hint = Every change is confirmed with a code.
signin-own-second-new-codes = Make new recovery codes
signin-own-second-new-app = Change the app or phone
signin-own-second-end = Stop using the app
signin-own-second-required = You need the app as long as your role shows other people's information.
signin-second-mail-subject = The protection of your sign-in has changed
signin-second-mail-set =
    Hello!

    An authenticator app has been taken into use for your account. Your other sessions have ended.

    If it was not you, contact your organisation's administrator at once.
signin-second-mail-recovered =
    Hello!

    A recovery code was used for your account. The code no longer works.

    If it was not you, contact your organisation's administrator at once.
signin-second-mail-ended =
    Hello!

    The authenticator app has been removed from your account.

    If it was not you, contact your organisation's administrator at once.
signin-second-mail-reset =
    Hello!

    The administrator has removed the authenticator app from your account. All your sessions have ended. When you sign in the next time, you can take an app into use again.

    If you did not ask for this, contact your organisation's administrator at once.
signin-refused-second-set = An authenticator app is already in use for your account. Sign in with it.
signin-refused-own-second = You cannot remove your own app here. Change it in your own settings or ask another administrator.
done-signin-second-ended = The authenticator app is no longer in use.
done-signin-second-reset = The authenticator app has been removed and the sessions ended. The person gets a message about it.
signin-sessions = Where you are signed in
signin-sessions-lead = We keep no address and no place. A session ends by itself when it has not been used for half an hour.
signin-sessions-device = { $browser }, { $system }
signin-sessions-when = Began { $begun }, last used { $seen }
signin-sessions-this = This session
signin-sessions-others = End the other sessions
done-signin-others = Your other sessions have ended.
signin-browser-edge = Edge
signin-browser-opera = Opera
signin-browser-samsung = Samsung Internet
signin-browser-firefox = Firefox
signin-browser-chrome = Chrome
signin-browser-safari = Safari
signin-browser-other = Unknown browser
signin-os-android = Android
signin-os-iphone = iPhone
signin-os-ipad = iPad
signin-os-windows = Windows
signin-os-chromebook = Chromebook
signin-os-mac = Mac
signin-os-linux = Linux
signin-os-other = unknown device
signin-accounts-no-address = No e-mail address
signin-accounts-reset = Remove the authenticator app
signin-accounts-pages = Pages of the list
signin-accounts-first = To the beginning
signin-accounts-others = Others who have an authenticator app

signin-welcome-subject = An account has been opened for you
signin-welcome =
    Hello!

    You now have an account in the Urasilta service ({ $site }). Sign in here: { $url }

    Enter this e-mail address on the sign-in page and you get a one-time code. You need no password.

    If you do not know what this is about, ask your organisation's contact person.
signin-welcome-app =
    Hello!

    You now have an account in the Urasilta service ({ $site }). Sign in here: { $url }

    Enter this e-mail address on the sign-in page and you get a one-time code. You need no password. Set aside a few minutes for the first time and keep your phone with you: you also take an authenticator app into use.

    If you do not know what this is about, ask your organisation's contact person.
signin-accounts-lang = Language
signin-accounts-lang-hint = The language of the messages that a new person gets.
signin-lang-fi = Finnish
signin-lang-sv = Swedish
signin-lang-en = English

signin-system-waits = Waiting for you
signin-system-concerns = Not everything is well
signin-system-give-up = Give this up
signin-system-ring = Key ring turned
signin-system-backup = Last backup
signin-system-not-told = Not known
signin-system-missing = Not found
signin-system-joined = Connections and users
signin-system-mail = E-mail
signin-system-mail-smtp = Goes to the mail server
signin-system-mail-folder = Goes to a folder, to nobody
signin-system-sms = Text messages
signin-system-in-use = In use
signin-system-not-in-use = Not in use
signin-system-second = Authenticator app
signin-system-required = Required of those who see others' information
signin-system-offered = Of one's own will
signin-concern-dead = Some tasks were not done. See the cause below, mend it and try again.
signin-concern-schema = The database does not match the program's version. Make sure that every server has the same version and start them again.
signin-concern-waiting = Tasks have been waiting for more than five minutes. Look at the server's log and start the server again if need be.
signin-concern-unsealed = Events have been unsealed for more than five minutes. Look at the server's log and start the server again if need be.
signin-concern-ring = The key ring has not turned for more than a day, so erased information could still be opened from a backup. Check that the server may write the key ring's file.
signin-concern-backup = The backup is not found or is more than a day old. Check the backups.
signin-concern-mail = Messages go to a folder and to nobody. Set a mail server (mail, smtp_url).
done-signin-given-up = The task has been given up. The log says so.
signin-system-retention = Keeping times: what would be erased
