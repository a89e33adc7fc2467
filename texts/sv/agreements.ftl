agreements-title = Överenskommet tillsammans
agreements-and = { $one } och { $other }
agreements-lead = Här antecknas vad du, { $names } kommer överens om för coachningen.
agreements-lead-two = Här antecknas vad du och { $name } kommer överens om för coachningen.
agreements-lead-alone = Vad man har kommit överens om för coachningen.
agreements-lead-none = Här finns ännu ingenting att läsa. Du ser det överenskomna när deltagaren har bekräftat det.
agreements-next = Härnäst
agreements-next-title = Bekräfta det överenskomna
agreements-aims = Vad coachningen siktar på
agreements-aims-hint = Skriv med egna ord. Några meningar räcker.
agreements-timetable = Tidtabell
agreements-timetable-hint = Till exempel hur ofta ni träffas och när ni nästa gång talar tillsammans.
agreements-ends-on = Senast när?
agreements-ends-on-hint = Till exempel 31.1.2027. Kan lämnas tomt.
agreements-ends = Senast { $day }
agreements-form-title = Vad vi kommer överens om
agreements-share-question = Vad får chefen se?
agreements-share-hint = Kryssa för det ni talade om. Ingenting visas förrän deltagaren har bekräftat det.
agreements-share-aims = Vad coachningen siktar på
agreements-share-timetable = Tidtabell
agreements-share-goals = Mål
agreements-share-ratings = Bedömningar av målen
agreements-share-actions = Avtalade åtgärder
agreements-who = Detta ser { $name } och coachen. Chefen ser bara det som { $name } bekräftar att får delas.
agreements-who-own = Detta ser du och coachen. Chefen ser bara det som du bekräftar att får delas.
agreements-note = Spara det överenskomna
agreements-change = Ändra det överenskomna
agreements-kept-aims = Coachningens syfte visas inte på den här skärmen, eftersom det inte har delats. Det förblir oförändrat.
agreements-kept-timetable = Tidtabellen visas inte på den här skärmen, eftersom den inte har delats. Den förblir oförändrad.
agreements-screen-room = Öppna för mötesrummets skärm
agreements-screen-own = Tillbaka till egen vy
agreements-earlier = Tidigare överenskommet
agreements-version = Version { $n }
agreements-noted-on = Antecknat { $day }
agreements-stage-noted = Väntar på deltagarens bekräftelse
agreements-stage-confirmed = Väntar på underskrifter
agreements-stage-in-force = I kraft
agreements-stage-replaced = Ersatt av en nyare
agreements-shared = Delas med chefen
agreements-to-share = Föreslås att delas med chefen
agreements-nothing-shared = Ingenting delas.
agreements-party-participant = Deltagare
agreements-party-supervisor = Chef
agreements-party-coach = Coach
agreements-party-confirmed = { $name } bekräftade { $day }
agreements-party-waits = { $name }
agreements-party-signed = { $name } skrev under { $day }
agreements-party-signs = { $name }
agreements-tag-done = Klart
agreements-tag-waits = Väntar
agreements-erased = Coachningens texter har raderats. De kan inte längre läsas.
agreements-to-goals = Mål
agreements-to-actions = Avtalade åtgärder
agreements-prepare-title = Förbered det gemensamma samtalet
agreements-prepare-lead = Skriv ner dina tankar före samtalet. Du behöver inte svara på allt.
agreements-prepare-link = Din egen förberedelse
agreements-hint-participant-1 = Vad vill du ha av coachningen?
agreements-hint-participant-2 = Vad fungerar i ditt arbete, vad vill du ändra?
agreements-hint-participant-3 = Vad vill du tala om tillsammans, vad inte?
agreements-hint-supervisor-1 = Vad hoppas du av coachningen?
agreements-hint-supervisor-2 = Var har deltagaren sina styrkor?
agreements-hint-supervisor-3 = Vad kan du själv göra eller möjliggöra?
agreements-hint-coach-1 = Vad är viktigt att tala om under samtalet?
agreements-hint-coach-2 = Vad är det bra att alla får säga sin mening om?
agreements-hint-coach-3 = Vad behöver avtalas innan ni går?
agreements-thoughts = Egna tankar
agreements-thoughts-of = { $name } tänker så här
agreements-saved-at = Sparat { $when }
agreements-own = Detta ser bara du tills du själv delar det.
agreements-share-who = Om du delar ser { $names } detta. Du kan ta det tillbaka.
agreements-shared-with = Detta ser { $names } nu.
agreements-save-own = Spara för mig själv
agreements-save-shared = Spara ändringarna
agreements-share = Dela med de andra inför samtalet
agreements-take-back = Ta tillbaka
agreements-to-joint = Till sidan Överenskommet tillsammans
agreements-clash = Texten har ändrats under tiden
agreements-clash-text = Nedan står först den sparade texten och sedan din text. Förena dem och spara på nytt.
agreements-clash-theirs = Sparad text
agreements-confirm-title = Bekräfta vad ni har kommit överens om
agreements-confirm-lead = Läs i lugn och ro. Du bestämmer vad din chef ser. Du kan ändra dig senare.
agreements-confirm-over = Här finns nu ingenting att bekräfta.
agreements-confirm-share = Vad får { $name } se?
agreements-confirm-share-hint = Kryssa för det du vill dela. Resten stannar mellan dig och coachen.
agreements-confirm-who = { $name } ser det förkryssade genast när du bekräftar. Annat ser hen inte.
agreements-confirm-own = Bekräfta det överenskomna
agreements-confirm-seen = Bekräfta så här
agreements-no-supervisor = Din chef har ännu inte utsetts, så ingenting delas. När chefen utses frågar vi dig först.
agreements-tap-lead = Läs vad som antecknades. Ett tryck räcker.
agreements-tap = Jag bekräftar att vi kom överens så här
agreements-preview-link = Så här ser { $name } detta
agreements-preview-lead = Sidan visas exakt så som chefen ser den.
agreements-preview-try = Vad skulle delas?
agreements-preview-show = Visa hur det ser ut
agreements-sign-title = Skriv under det överenskomna
agreements-sign-lead = Var och en skriver under genom att skriva sitt namn. Sidan kan också skrivas ut.
agreements-sign-not-yet = Underskrifterna börjar när deltagaren har bekräftat vad som delas.
agreements-signatures = Underskrifter
agreements-not-signed = Ännu inte underskrivet
agreements-sign-name = Ditt namn
agreements-sign-sure = Jag har läst det överenskomna och godkänner det.
agreements-sign = Skriv under det överenskomna
agreements-link-title = Bekräftelse
agreements-link-lead = Bekräfta att det ni kom överens om har antecknats rätt. Inga namn visas här.
agreements-link-thanks = Tack
agreements-link-over = Bekräftelsen har antecknats, eller så gäller länken inte längre. Du kan stänga sidan.
agreements-stuck-title = Något väntar
agreements-stuck-lead = I dessa coachningar har det överenskomna väntat på bekräftelse i över en vecka. Coachningen fortsätter ändå. Parterna har påmints. Du kan fråga coachen om det behövs hjälp.
agreements-stuck-none = Ingenting väntar
agreements-stuck-none-text = En rad kommer hit när en bekräftelse har saknats i över en vecka.
agreements-stuck-days =
    { $n ->
        [one] Har väntat { $n } dag
       *[other] Har väntat { $n } dagar
    }
agreements-stuck-who = Du ser bara att något väntar. Du ser inte vems bekräftelse som saknas, inte orsaken och inte innehållet.
agreements-wait-prepare = Förbered det gemensamma samtalet
agreements-wait-prepare-text = Skriv ner dina tankar. Bara du ser dem tills du delar dem. Det tar ungefär 10 minuter.
agreements-wait-note = Anteckna vad ni kommer överens om
agreements-wait-note-text = Anteckna tillsammans vad ni kommer överens om.
agreements-wait-confirm = Bekräfta vad ni har kommit överens om
agreements-wait-confirm-text = Du bestämmer vad din chef ser. Ingenting visas före det.
agreements-wait-sign = Skriv under vad ni har kommit överens om
agreements-wait-sign-text = Alla tre skriver under.
agreements-verb-prepare = Förbered
agreements-verb-note = Anteckna
agreements-verb-confirm = Bekräfta
agreements-verb-sign = Skriv under
agreements-mail-subject = Du har något att bekräfta
agreements-mail-confirm =
    Hej!

    Det ni kom överens om har antecknats. Läs det och bekräfta om det är rätt. Ingenting visas för andra före det.

    Öppna och logga in:
    { $page }
agreements-mail-confirm-again =
    Hej!

    Det ni kom överens om väntar ännu på dig. Du kan bekräfta eller ändra det när det passar dig.

    Öppna och logga in:
    { $page }
agreements-mail-tap =
    Hej!

    Det ni kom överens om väntar på din bekräftelse. Du kan läsa det först när du loggar in:
    { $page }

    Bekräfta med ett tryck utan att logga in:
    { $link }

    Länken gäller i två veckor och kan användas en gång.
agreements-mail-tap-again =
    Hej!

    Det ni kom överens om väntar ännu på din bekräftelse. Det tar en liten stund:
    { $link }

    Du kan läsa det först när du loggar in:
    { $page }
agreements-mail-sign =
    Hej!

    Det ni kom överens om väntar på din underskrift. Öppna och logga in:
    { $page }
agreements-mail-sign-again =
    Hej!

    Det ni kom överens om väntar ännu på din underskrift. Det tar en liten stund. Öppna och logga in:
    { $page }
agreements-told-preparation = Dina tankar före det gemensamma samtalet
agreements-told-day = Dag
agreements-told-words = Text
agreements-told-shares = Delat med chefen
agreements-told-participant = Du bekräftade
agreements-told-supervisor = Chefen bekräftade
agreements-told-coach = Coachen bekräftade
fault-agreements-aims = Skriv vad coachningen siktar på.
fault-agreements-thoughts = Skriv först något som du delar.
fault-agreements-name = Skriv ditt namn.
fault-agreements-sure = Kryssa för att du har läst det överenskomna.
conflict-agreements-over = Här finns inte längre något att bekräfta.
conflict-agreements-erased = Coachningens texter har raderats.
done-agreements-noted = Det överenskomna har sparats.
done-agreements-confirmed = Tack, din bekräftelse har antecknats.
done-agreements-signed = Tack, din underskrift har antecknats.
done-agreements-saved = Dina tankar har sparats.
done-agreements-shared = Dina tankar har delats.
done-agreements-kept = Dina tankar ser nu bara du.
agreements-add-goals = Anteckna mål samtidigt
agreements-add-goals-hint = Tomma punkter lämnas bort. Målen bekräftas ännu på sin egen sida om deltagaren inte själv sparar.
agreements-goal-n = Mål { $n }
agreements-add-actions = Anteckna avtalade åtgärder samtidigt
agreements-add-actions-hint = En åtgärd som antecknas tillsammans är genast avtalad. Tomma punkter lämnas bort.
agreements-action-n = Åtgärd { $n }
agreements-pdf-link = Spara som PDF-fil, version { $n }
agreements-pdf-file = overenskommet-tillsammans
agreements-pdf-version = Version
agreements-pdf-state = Läge
agreements-pdf-noted = Antecknat
agreements-pdf-confirmations = Bekräftelser
agreements-pdf-party = Part
agreements-pdf-name = Namn
agreements-pdf-confirmed = Bekräftade
agreements-pdf-signed = Skrev under elektroniskt
agreements-pdf-pen = { $name }, { $role }
agreements-pdf-place = Plats och datum
