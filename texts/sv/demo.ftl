demo-stage = Personer och klocka
demo-clock-title = Demons klocka
demo-clock-now = Klockan är nu { $when }.
demo-clock-about = Coachningen pågår i månader och resultaten efterfrågas ännu efteråt. Flytta klockan framåt, så händer det som väntar på sin tid genast. Bakåt går klockan inte.
demo-clock-next = Gå till nästa sak som väntar på sin tid: { $when }
demo-clock-tomorrow = Gå till i morgon
demo-clock-week = Gå en vecka framåt
demo-clock-month = Gå en månad framåt
demo-moved = Klockan flyttades. Den är nu { $when }.
demo-moved-letters =
    { $n ->
        [0] Inga meddelanden skickades.
        [one] Ett meddelande skickades.
       *[other] { $n } meddelanden skickades.
    }
demo-moved-read = Läs i postlådan
demo-mail-title = Demons postlåda
demo-mail-about = Här ser du meddelandena så som mottagarna ser dem: inloggningskoder, kallelser och frågor.
demo-mail-go = Öppna postlådan
demo-mail-lead = Meddelandena så som mottagarna ser dem, det nyaste först. I den riktiga tjänsten går de till e-posten och ingen annan ser dem.
demo-mail-none = Det finns inga meddelanden ännu
demo-mail-none-do = När du gör något som andra får veta om kommer meddelandet hit.
demo-mail-to = Till: { $address }
demo-mail-invitation = med kalenderkallelse
demo-mail-open = Öppna länken som mottagaren
demo-mail-use-code = Logga in med koden
fault-demo-nothing-waits = Ingenting väntar på sin tid just nu. Flytta klockan en dag, en vecka eller en månad.
