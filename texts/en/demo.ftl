demo-stage = People and clock
demo-clock-title = The demo's clock
demo-clock-now = It is now { $when }.
demo-clock-about = Coaching takes months, and results are asked for even later. Move the clock on, and whatever waits for its time happens at once. The clock does not go back.
demo-clock-next = Go to the next thing that waits for its time: { $when }
demo-clock-tomorrow = Go to tomorrow
demo-clock-week = Go one week on
demo-clock-month = Go one month on
demo-moved = The clock has moved. It is now { $when }.
demo-moved-letters =
    { $n ->
        [0] No messages went out.
        [one] One message went out.
       *[other] { $n } messages went out.
    }
demo-moved-read = Read them in the mail box
demo-mail-title = The demo's mail box
demo-mail-about = Here you see the messages as their receivers see them: sign-in codes, invitations and questions.
demo-mail-go = Open the mail box
demo-mail-lead = The messages as their receivers see them, newest first. In the real service they go by email and nobody else sees them.
demo-mail-none = There are no messages yet
demo-mail-none-do = When you do something that others are told of, the message comes here.
demo-mail-to = To: { $address }
demo-mail-invitation = with a calendar invitation
demo-mail-open = Open the link as the receiver
demo-mail-use-code = Sign in with this code
fault-demo-nothing-waits = Nothing waits for its time just now. Move the clock by a day, a week or a month.
