intake-yes = Ja
intake-apply-title = Ansök om coachning
intake-apply-lead = Du svarar på en fråga i taget. Svaren sparas och du kan fortsätta senare.
intake-apply-back = Till tjänstens sida
intake-apply-there = Du har redan en ansökan
intake-apply-go-on = Öppna din ansökan
intake-apply-cannot = Du kan inte ansöka nu
intake-apply-closed = Ansökningstiden pågår inte nu. Se på tjänstens sida när nästa ansökningstid börjar.
intake-apply-not-staff = Tjänsten är för organisationens egen personal, och i personalregistret finns inget gällande anställningsförhållande för dig. Fråga koordinatorn om uppgiften är fel.
intake-apply-questions = Frågor
intake-apply-closes = Ansök senast
intake-apply-supervisor = Chefens roll
intake-apply-begin = Påbörja ansökan
intake-who-approves = Dina svar ses av dig och av koordinatorn som behandlar ansökningarna. Din chef ser att du har ansökt men inte dina svar.
intake-who-is-told = Dina svar ses av dig och av koordinatorn som behandlar ansökningarna. Din chef får veta först när du tar emot en plats och ser inte dina svar.
intake-who-is-not-told = Dina svar ses av dig och av koordinatorn som behandlar ansökningarna. Din chef får inte veta om ansökan.
intake-part-approves = Din chef tillfrågas om hen förordar din ansökan.
intake-part-is-told = Din chef får inte veta att du söker. Chefen får veta om du får en plats och tar emot den.
intake-part-is-not-told = Din chef får inte veta om ansökan.
intake-step-title = Ansökan
intake-step-progress = Fråga { $number } av { $of }
intake-step-save = Spara och fortsätt
intake-step-saved = Senast sparad kl. { $time }. Du kan fortsätta senare.
intake-check-title = Kontrollera dina svar
intake-check-lead = Ansökan har ännu inte skickats. Du kan ändra svaren innan du skickar.
intake-check-missing = Svara ännu på dessa frågor
intake-check-before = Innan du skickar
intake-check-send = Skicka ansökan
intake-answers-title = Svar
intake-not-answered = Inte besvarad
intake-own-title = Din ansökan
intake-own-all = Egna ansökningar
intake-own-none = Du har inga ansökningar
intake-own-none-do = Se vilka tjänster du kan söka till nu.
intake-own-services = Se tjänsterna
intake-own-now = Läget nu
intake-own-position = Reservplats { $n }
intake-own-continue = Fortsätt ansökan
intake-own-answer-by = Svara senast { $day }.
intake-own-answer = Svara på erbjudandet
intake-own-support-waiting = Vi väntar på din chefs ställningstagande.
intake-own-supported = Din chef förordar din ansökan.
intake-own-not-supported = Din chef förordar inte din ansökan. Koordinatorn kontaktar dig före beslutet.
intake-state-draft = Ansökan är inte färdig
intake-state-submitted = Ansökan har skickats
intake-state-eligible = Ansökningsvillkoren uppfylls
intake-state-ineligible = Ansökningsvillkoren uppfylls inte
intake-state-to-be-checked = En människa granskar din ansökan
intake-state-selected = Du har blivit vald
intake-state-on-reserve = Du är på reservplats
intake-state-not-selected = Du fick ingen plats i den här omgången
intake-state-offered = Du erbjuds en plats
intake-state-accepted = Du tog emot platsen
intake-state-refused = Du tog inte emot platsen
intake-state-lapsed = Erbjudandet gäller inte längre
intake-state-withdrawn = Du återtog ansökan
intake-next-draft = Svara på frågorna och skicka ansökan innan ansökningstiden går ut.
intake-next-submitted = Du får snart veta om villkoren uppfylls.
intake-next-eligible = Platserna fördelas när ansökningstiden har gått ut. Du får ett meddelande när beslutet är fattat.
intake-next-ineligible = Du kan inte få en plats i den här tjänsten. Orsaken står nedan. Fråga koordinatorn vilken annan tjänst som kunde passa dig.
intake-next-to-be-checked = Koordinatorn går igenom dina uppgifter och berättar resultatet. Du får ett meddelande om det.
intake-next-selected = Du får snart ett erbjudande om plats.
intake-next-on-reserve = Om en plats blir ledig erbjuder vi den i reservordning. Då får du ett meddelande.
intake-next-not-selected = Du kan ansöka på nytt i nästa omgång.
intake-next-offered = Berätta om du tar emot platsen. Om du inte svarar i tid går platsen vidare till nästa.
intake-next-accepted = Din coach kontaktar dig och föreslår en första träff.
intake-next-refused = Platsen har gått vidare till nästa. Du kan ansöka på nytt i nästa omgång.
intake-next-lapsed = Vi fick inte ditt svar i tid och platsen har gått vidare till nästa. Du kan ansöka på nytt i nästa omgång.
intake-next-withdrawn = Din ansökan behandlas inte längre. Du kan ansöka på nytt när ansökan är öppen.
intake-look-title = Är uppgiften fel?
intake-look-lead = Du kan be en människa se på din ansökan på nytt.
intake-look-why = Berätta varför du anser att villkoren uppfylls
intake-look-who = Detta ses av dig och koordinatorn.
intake-look-send = Be om en ny granskning
fault-intake-look = Berätta vad koordinatorn bör veta.
intake-ticket-title = Lottning
intake-ticket = Din ansökans lottnummer är { $ticket }.
intake-ticket-draw = Så görs lottningen
intake-withdraw-title = Återta ansökan
intake-withdraw-lead = Efter det behandlas din ansökan inte. Du behöver inte berätta varför.
intake-withdraw = Återta min ansökan
intake-offer-title = Erbjudande om plats
intake-offer-by = Svara senast { $day }
intake-offer-question = Tar du emot platsen?
intake-offer-visits = { $n ->
    [one] Coachningen omfattar ett besök.
   *[other] Coachningen omfattar högst { $n } besök.
}
intake-offer-told = När du tar emot platsen får din chef veta det. Annars får chefen inget veta.
intake-offer-accept = Jag tar emot platsen
intake-offer-refuse = Jag tar inte emot platsen
intake-offer-else = Om du inte tar platsen erbjuds den nästa person. Du behöver inte berätta varför.
intake-offer-accepted = Du har tagit emot platsen
intake-offer-refused = Du tog inte emot platsen
intake-offer-lapsed = Tiden för att svara har gått ut
intake-offer-withdrawn = Du återtog ansökan
intake-offer-was = Erbjudandet gällde till { $day }.
intake-offer-own = Till din ansökan
intake-stop-cannot = Ansökans läge har ändrats och detta kan inte längre göras. Öppna ansökan på nytt och se läget.
intake-stop-full = Platserna eller besöken räcker inte till alla föreslagna. Inget publicerades. Flytta en del till reservplats och försök på nytt.
intake-stop-closed = Ansökningstiden pågår inte. Dina svar är sparade.
intake-stop-sent = Ansökan har redan skickats och svaren kan inte längre ändras.
done-intake-sent = Ansökan har skickats.
done-intake-withdrawn = Ansökan har återtagits.
done-intake-look = Begäran har skickats till koordinatorn.
done-intake-accepted = Du tog emot platsen.
done-intake-refused = Du meddelade att du inte tar emot platsen.
intake-letter-receipt = Din ansökan har kommit fram
intake-letter-receipt-text = Din ansökan har kommit fram. Logga in för att se läget: { $link }
intake-letter-decision = Det finns ett beslut om din ansökan
intake-letter-decision-text = Ett beslut om din ansökan har fattats. Logga in för att läsa det: { $link }
intake-letter-offer = Det finns ett beslut om din ansökan som behöver ditt svar
intake-letter-offer-text = Ett beslut om din ansökan har fattats. Logga in för att läsa det och svara: { $link }
intake-letter-lapsed = Läget för din ansökan har ändrats
intake-letter-lapsed-text = Tiden för att svara har gått ut. Logga in för att se läget: { $link }
intake-letter-checked = Din ansökan har granskats
intake-letter-checked-text = Koordinatorn har granskat din ansökan. Logga in för att läsa resultatet: { $link }
intake-letter-asked = Ditt ställningstagande väntas
intake-letter-asked-text = Ditt ställningstagande väntas. Logga in för att öppna det: { $link }
intake-letter-told = Du har fått ny information
intake-letter-told-text = Du har fått ny information. Logga in för att läsa den: { $link }
intake-letter-changed = Uppgifterna om ansökningsomgången har ändrats
intake-letter-changed-text = Ansökningsomgången har mer tid eller fler platser. Du behöver inte göra något. Se de nya uppgifterna: { $link }
intake-apply-questions-n = { $n ->
    [one] En fråga
   *[other] { $n } frågor
}
intake-menu = Ansökningar
intake-planner = Vad gör jag nu?
intake-planner-now = Nu
intake-planner-now-n = { $n ->
    [one] En sak väntar på dig
   *[other] { $n } saker väntar på dig
}
intake-planner-nothing = Inget väntar på dig just nu
intake-planner-none = Inga omgångar är planerade eller pågår
intake-planner-none-do = Börja med att planera en omgång. Andra ser den först när du öppnar ansökan.
intake-planner-open = Ansökan skulle börja { $day }
intake-planner-open-do = Öppna ansökan
intake-planner-check = { $n ->
    [one] En ansökan väntar på granskning
   *[other] { $n } ansökningar väntar på granskning
}
intake-planner-check-do = Granska
intake-planner-close = Ansökningstiden gick ut { $day }
intake-planner-close-do = Gå till urvalet
intake-planner-propose = { $n ->
    [one] En sökande väntar på förslag
   *[other] { $n } sökande väntar på förslag
}
intake-planner-propose-do = Föreslå platser
intake-planner-publish = { $n ->
    [one] Ett beslut väntar på att publiceras
   *[other] { $n } beslut väntar på att publiceras
}
intake-planner-publish-do = Granska och publicera
intake-planner-hand-on-do = Erbjud platsen
intake-planner-fill = { $n ->
    [one] En plats är ledig och ingen står på reservplats
   *[other] { $n } platser är lediga och ingen står på reservplats
}
intake-planner-fill-do = Lägg till en sökande
intake-planner-ahead = På kommande
intake-planner-ahead-none = Inga dagar är kända.
intake-planner-opens = Ansökan börjar
intake-planner-closes = Sista ansökningsdagen
intake-planner-offer-ends = { $n ->
    [one] Sista dagen att svara på erbjudandet
   *[other] Sista svarsdagen för det första av { $n } öppna erbjudanden
}
intake-planner-rounds = Omgångarna
intake-planner-free = { $n ->
    [one] en plats ledig
   *[other] { $n } platser lediga
}
intake-planner-reserve = { $n ->
    [one] en på reservplats
   *[other] { $n } på reservplats
}
intake-planner-offers = { $n ->
    [one] ett öppet erbjudande
   *[other] { $n } öppna erbjudanden
}
intake-planner-line = Linjerna går { $from }–{ $to }. Det lodräta strecket är i dag.
intake-planner-list = Alla ansökningar
intake-queue-lead = Detta är en arbetslista, inte statistik. Namn och exakta lägen förs inte till rapporter.
intake-queue-no-rounds = Inga ansökningsomgångar har öppnats än
intake-queue-no-rounds-do = Ansökningarna syns här när en omgång öppnas.
intake-queue-arrived = ansökningar
intake-queue-to-check = väntar på granskning
intake-queue-places = platser kvar av { $n }
intake-queue-visits = besök kvar av { $n }
intake-queue-none = Inga ansökningar hittades med dessa villkor
intake-queue-none-do = Ta bort något villkor och visa listan på nytt.
intake-filter = Begränsa listan
intake-filter-on =
    { $n ->
        [one] Avgränsa listan (en avgränsning i bruk)
       *[other] Avgränsa listan ({ $n } avgränsningar i bruk)
    }
intake-filter-round-show = Visa omgången
intake-filter-off = Ta bort avgränsningarna
intake-filter-round = Omgång
intake-filter-state = Läge
intake-filter-area = Serviceområde
intake-filter-unit = Enhet
intake-filter-unit-typed = Enhetens hela namn
intake-filter-title = Benämning
intake-filter-title-typed = Hela benämningen
intake-filter-education = Utbildning
intake-filter-name = Början av efternamnet
intake-filter-order = Ordning
intake-filter-all = Alla
intake-filter-show = Visa ansökningarna
intake-order-name = Enligt namn
intake-order-arrival = Enligt ankomst
intake-education-secondary = Andra stadiet
intake-education-higher = Högskola
intake-education-other = Annan eller okänd
intake-mark-submitted = Inkommen
intake-mark-eligible = Villkoren uppfylls
intake-mark-ineligible = Villkoren uppfylls inte
intake-mark-to-be-checked = Ska granskas
intake-mark-selected = Vald
intake-mark-on-reserve = På reservplats
intake-mark-not-selected = Ingen plats i omgången
intake-mark-offered = Plats erbjuden
intake-mark-accepted = Tog emot platsen
intake-mark-refused = Tog inte emot platsen
intake-mark-lapsed = Svarade inte i tid
intake-mark-withdrawn = Återtog ansökan
intake-proposal-select = Förslag: väljs
intake-proposal-reserve = Förslag: reservplats
intake-proposal-leave-out = Förslag: ingen plats
intake-proposal-undo = Förslaget tas bort
intake-support-waiting = Väntar på chefens ställningstagande
intake-support-supported = Chefen förordar
intake-support-not-supported = Chefen förordar inte
intake-late-mark = Tillagd i efterhand
intake-bulk = Föreslå för de markerade
intake-bulk-reason = Motivering
intake-bulk-by-hand = Motiveringar
intake-bulk-by-hand-lead = I denna omgång väljs var och en för hand. Skriv under varje namn vad ditt förslag grundar sig på. Motiveringen sparas med ansökan.
intake-bulk-shared-reason = Gemensam motivering
intake-bulk-shared = Använd den gemensamma motiveringen för de markerade som saknar en egen
fault-intake-reason = Skriv en motivering eller välj att använda den gemensamma.
fault-intake-shared = Skriv den gemensamma motiveringen.
fault-intake-pick = Markera först minst en sökande.
intake-across-link = Föreslå för alla på listans olika sidor
intake-across = Föreslå för alla sökande på listan
intake-across-lead = Förslaget gäller alla som motsvarar listans avgränsningar och som det ännu går att föreslå för, också på andra sidor. Förslagen kan tas bort tills de publiceras.
intake-across-n = { $n ->
    [one] En sökande
   *[other] { $n } sökande
}
intake-across-changed = Listan har ändrats sedan du öppnade sidan. Inget sparades. Kontrollera antalet och föreslå på nytt.
intake-across-many = De sökande är för många för ett enda förslag
intake-across-many-do = Avgränsa listan till exempel enligt serviceområde till högst 2000 sökande.
intake-across-none = Det går inte att föreslå för någon
intake-across-reason-hint = Samma motivering sparas för alla. Om motiveringarna är olika, skriv dem på listan.
intake-bulk-select = Föreslå plats
intake-bulk-reserve = Föreslå reservplats
intake-bulk-leave-out = Föreslå ingen plats
intake-bulk-undo = Ta bort förslaget
intake-column-pick = Markera
intake-column-name = Namn
intake-column-work = Arbete
intake-column-state = Läge
intake-column-arrived = Ankom
intake-pick = Markera { $name }
intake-pages = Listans sidor
intake-pages-first = Till början
intake-decide-title = Urval
intake-policy-first-come = Föreslå i ansökningsordning
intake-policy-priority = Föreslå enligt poäng
intake-policy-lottery = Lotta och föreslå enligt resultatet
intake-policy-manual = I denna omgång väljs var och en för hand
intake-hand-on-lead = En plats är ledig och det finns sökande på reservplats.
intake-hand-on = Erbjud platsen till den första på reservplats
intake-to-decisions = Granska och publicera besluten
intake-late = Lägg till en sökande i efterhand
intake-clash-title = En annan koordinator hann först
intake-clash-lead = Inget av ditt formulär sparades. Dina markeringar och motiveringar finns kvar nedan. Se på det nya läget och besluta sedan.
intake-clash-now = Läget nu
intake-clash-mine = Du föreslog
intake-decisions-title = Publicering av besluten
intake-decisions-lead = Förslagen kan tas bort ända till publiceringen. Vid publiceringen får var och en ett meddelande på sitt eget språk.
intake-decisions-none = Det finns inget att publicera
intake-decisions-none-do = Föreslå först sökande i listan.
intake-decisions-select = Plats erbjuds
intake-decisions-reserve = Reservplats
intake-decisions-leave-out = Ingen plats i omgången
intake-decisions-places = Platser kvar nu
intake-decisions-visits = Besök kvar nu
intake-decisions-days = { $n ->
    [one] Erbjudandet ska besvaras senast i morgon.
   *[other] Erbjudandet ska besvaras inom { $n } dagar.
}
intake-decisions-publish = Publicera besluten
intake-stop-round = Omgången är inte i ett skede där platser fördelas.
intake-stop-by-hand = I denna omgång väljs var och en för hand och med motivering.
intake-stop-unsealed = Lottningen har ingen försegling och kan inte göras. Kontakta administratören.
intake-stop-draw-early = Lottningen görs först när ansökningstiden har gått ut.
intake-draw-from = Lottningen kan göras när ansökningstiden har gått ut. Sista ansökningsdagen är { $day }. Förseglingen finns på tjänstens sida.
intake-draw-waiting = En del ansökningar väntar ännu på granskning. Om du lottar nu kommer de som godkänns senare efter alla lottade.
done-intake-proposed = Förslagen har sparats. De har inte publicerats än.
done-intake-published = Besluten har publicerats och de sökande har fått ett meddelande.
done-intake-handed-on = Platsen erbjöds den första på reservplats.
intake-file-who = Ansökan ses av den sökande och omgångens koordinatorer. Varje öppning loggas och den sökande ser det.
intake-file-work = Den sökandes arbete
intake-file-support = Chefens ställningstagande
intake-file-look = Den sökande bad om en ny granskning
intake-file-answer-by = Ska besvaras senast
intake-file-log = Vad som har hänt
intake-check-kicker = Granskning för hand
intake-check-question = Uppfylls villkoren?
intake-check-reason = Motivering till den sökande
intake-check-reason-hint = Den sökande ser texten som den är skriven.
intake-check-eligible = Villkoren uppfylls
intake-check-ineligible = Villkoren uppfylls inte
fault-intake-check = Skriv till den sökande vad granskningen grundar sig på.
intake-rule-met = Uppfylls
intake-rule-not-met = Uppfylls inte
intake-rule-unknown = Granska för hand
intake-event-started = Ansökan påbörjades
intake-event-submitted = Ansökan skickades
intake-event-look-asked = Den sökande bad om en ny granskning
intake-event-checked = Ansökan granskades för hand
intake-event-supervisor-spoke = Chefen tog ställning
intake-event-decided = Beslutet publicerades
intake-event-offered = Plats erbjöds
intake-event-accepted = Den sökande tog emot platsen
intake-event-refused = Den sökande tog inte emot platsen
intake-event-lapsed = Tiden för erbjudandet gick ut
intake-event-withdrawn = Den sökande återtog ansökan
done-intake-checked = Granskningen har sparats och den sökande har fått ett meddelande.
intake-waiting-menu = Väntar på dig
intake-waiting-none = Inget väntar på dig nu
intake-waiting-none-do = Du får ett meddelande när vi behöver ett svar av dig.
intake-waiting-asked = Väntar på ditt ställningstagande
intake-waiting-told = För kännedom
intake-waiting-answer = Ta ställning
intake-waiting-who = Du ser vem av dina medarbetare som har ansökt eller fått en plats och i vilken tjänst, om omgångens villkor ger dig en roll i det. Svaren ser du inte.
intake-support-lead = Din medarbetare har ansökt till den här tjänsten.
intake-told-lead = Din medarbetare har tagit emot en plats i den här tjänsten.
intake-told-nothing = Du behöver inte göra något
intake-told-what = Om en träff är på arbetstid får du veta tiden. Du får inte veta vad coachningen handlar om.
intake-support-question = Förordar du ansökan?
intake-support-words = Motivering
intake-support-words-hint = Skriv en motivering om du inte förordar ansökan. Skriv inte om hälsa.
intake-support-who = Detta ses av den sökande och koordinatorn.
intake-support-yes = Jag förordar ansökan
intake-support-no = Jag förordar inte ansökan
intake-support-nothing = Inget väntas av dig här
fault-intake-support = Berätta varför du inte förordar ansökan.
done-intake-support = Ditt ställningstagande har sparats.
intake-draw-title = Så görs lottningen
intake-draw-lead = Vem som helst kan kontrollera att resultatet inte har valts. Lottnumren berättar inte vems ansökan det är.
intake-draw-seal = Försegling
intake-draw-no-seal = Lottningen är inte förseglad.
intake-draw-sealed = Förseglad { $when }, när ansökan öppnades
intake-draw-how = Stegen
intake-draw-how-seal = När ansökan öppnas lottar programmet fram ett frötal som ingen ser och publicerar dess summa, förseglingen. Frötalet kan sedan inte bytas utan att det märks.
intake-draw-how-ticket = Varje ansökan får ett slumpmässigt lottnummer. Den sökande ser sitt eget på ansökans sida.
intake-draw-how-order = När ansökningstiden har gått ut publiceras frötalet. För varje lottnummer räknas SHA-256-summan av frötalet, ett kolon och lottnumret. Den minsta summan är först.
intake-draw-how-kept = Listan ändras inte efter lottningen, även om någon återtar sin ansökan. De som kommer med senare lottas sinsemellan och kommer efter de andra.
intake-draw-seed = Frötal
intake-draw-no-seed = Publiceras när lottningen är gjord.
intake-draw-order = Lottad ordning { $when }
intake-draw-later = De som kom med senare, lottade { $when }
intake-draw-check = Kontrollera själv
intake-draw-check-lead = Pröva först med påhittade tal. Du behöver en dator med kommandot sha256sum.
intake-draw-check-seal = Det här ger förseglingen:
intake-draw-check-lot = Plats { $place }:
intake-draw-check-own = Gör sedan samma sak med frötalet och lottnumren på den här sidan: det första resultatet ska vara förseglingen och de andra de som står i listan.
intake-draw-place = Plats
intake-draw-ticket = Lottnummer
intake-draw-lot = Summa
intake-late-lead = Villkoren kontrolleras på samma sätt som för andra. Personen får ett meddelande och kan återta ansökan.
intake-late-address = Personens e-postadress i arbetet
intake-late-reason = Varför läggs den sökande till i efterhand?
intake-late-reason-hint = Motiveringen blir kvar i ansökans uppgifter.
intake-late-add = Lägg till sökanden
fault-intake-late-reason = Skriv en motivering.
fault-intake-late-address = Ingen person i personalregistret har adressen. Kontrollera adressen.
intake-stop-there = Personen har redan en ansökan till omgången.
intake-stop-not-staff = Personen har inget gällande anställningsförhållande.
done-intake-late = Sökanden har lagts till.
intake-told-application = Ansökan
intake-told-state = Läge
intake-told-submitted-at = Skickad
intake-told-decided-at = Avgjord
intake-told-erased-at = Innehållet raderat
intake-told-unit = Enhet
intake-told-service-area = Serviceområde
intake-told-title = Titel
intake-told-support-words = Chefens ställningstagande
intake-told-look-words = Din begäran om ny granskning
intake-told-check-words = Svar på din begäran
intake-told-reason = Beslutets motivering
intake-letter-invited = Du har en inbjudan
intake-letter-invited-text = Hej! Du har en inbjudan som väntar på ditt svar. Läs den och svara här: { $link }
intake-event-named = Namngiven till omgången och själv samtyckt
intake-named = Namnge deltagare
intake-named-lead = Du bjuder in människor till omgången utan ansökan. Var och en bestämmer själv om hen deltar.
intake-named-find = Sök bland personalen
intake-named-query = Början av efternamnet eller av enhetens namn
intake-named-search = Sök
intake-named-found = Välj vilka som bjuds in
intake-named-sees = Den inbjudna får ett meddelande utan innehåll och läser inbjudan efter inloggning. Ingen annan får veta om inbjudan.
intake-named-invite = Bjud in de valda
intake-named-nobody = Ingen hittades. Pröva början av efternamnet eller av enhetens namn. De som redan är inbjudna visas inte igen.
intake-named-shut = Inbjudningar kan inte skickas nu
intake-named-shut-do = Inbjudningar skickas när omgången är öppen eller pågår.
intake-named-guests = Inbjudna
intake-named-free = { $n ->
    [one] En plats ledig.
   *[other] { $n } platser lediga.
 }
intake-named-guests-none = Ingen har bjudits in ännu.
intake-named-until = svar senast { $day }
intake-named-invited = Inbjuden
intake-named-accepted = Deltar
intake-named-not-there = Deltar inte
intake-named-withdrawn = Inbjudan återtagen
intake-named-withdraw = Återta inbjudan
intake-named-not-there-means = Deltar inte: har tackat nej eller inte svarat. Orsaken frågas inte, och samma människa bjuds inte in till denna omgång på nytt.
done-intake-named = Inbjudningarna har skickats.
done-intake-named-withdrawn = Inbjudan är återtagen, och platsen är ledig igen.
fault-intake-named-none = Välj åtminstone en som bjuds in.
fault-intake-named-there = { $name } har redan sökt till den här omgången eller fått en inbjudan. Ingen bjöds in ännu.
fault-intake-named-not-staff = { $name } är inte anställd nu. Ingen bjöds in ännu.
fault-intake-named-audience = { $name } hör inte till tjänstens målgrupp. Ingen bjöds in ännu.
fault-intake-named-full = Platserna tar slut: { $name } ryms inte längre. Ingen bjöds in ännu.
intake-invitation = Inbjudan
intake-invitation-is = Vad det gäller
intake-invitation-is-text = Din arbetsgivare bjuder in dig. Det är frivilligt att delta, och det sker på arbetstid om inte tjänstens sida säger annat.
intake-invitation-visits = { $n ->
    [one] Du får en träff med coachen.
   *[other] Du får { $n } träffar med coachen.
 }
intake-invitation-service = Läs mer om tjänsten
intake-invitation-who = Vem ser vad
intake-invitation-who-text = Koordinatorn ser om du deltar. Något annat av ditt svar ser hen inte.
intake-invitation-told = Om du deltar får din chef veta om platsen. Om du tackar nej får hen inte veta det.
intake-invitation-question = Vill du delta?
intake-invitation-free = Du kan tacka nej utan att säga varför. Det har inga följder och berättas inte för någon: koordinatorn ser bara ”Deltar inte”, samma som om du inte svarar.
intake-invitation-consent = Jag deltar av egen vilja och vet vem som ser vad
intake-invitation-consent-hint = Du kan dra dig ur när som helst.
intake-invitation-accept = Jag deltar
intake-invitation-decline = Jag deltar inte
intake-invitation-waits = Du är inbjuden att delta. Svara senast { $day }.
intake-invitation-open = Öppna inbjudan
intake-invitation-path = Till din egen stig
intake-invitation-state-invited = Inbjudan väntar på ditt svar
intake-invitation-state-accepted = Du är med
intake-invitation-state-declined = Du deltar inte
intake-invitation-state-lapsed = Svarstiden är slut
intake-invitation-state-withdrawn = Inbjudan är återtagen
intake-invitation-then-accepted = Din coachning öppnas på din egen stig om en stund. Du får ett meddelande om det.
intake-invitation-then-declined = Tack för svaret. Du behöver inte göra något.
intake-invitation-then-lapsed = Du deltar inte i den här omgången. Du behöver inte göra något.
intake-invitation-then-withdrawn = Koordinatorn återtog inbjudan. Fråga hen om något blev oklart.
intake-invitation-invited-at = Inbjuden
done-intake-invitation-accepted = Tack, du är med.
done-intake-invitation-declined = Ditt svar är sparat.
fault-intake-invitation-consent = Markera att du deltar av egen vilja. Tryck annars ”Jag deltar inte”.
