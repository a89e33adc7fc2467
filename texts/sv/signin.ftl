signin-title = Logga in
signin-lead = Vi skickar en engångskod till dig. Du behöver inget lösenord.
signin-address = E-postadress i arbetet
signin-address-hint = Till exempel fornamn.efternamn@organisation.fi
signin-address-or-phone = E-postadress i arbetet eller telefonnummer
signin-address-or-phone-hint = Koden kommer per e-post eller som textmeddelande beroende på vilket du skriver.
signin-send-code = Skicka kod
signin-other-ways = Andra sätt att logga in
signin-by-oidc = Logga in med organisationens konto
signin-by-password = Logga in med lösenord
signin-by-code = Logga in med kod
signin-by-demo = Prova som en påhittad person
signin-fault-address = Kontrollera adressen. Skriv den till exempel så här: fornamn.efternamn@organisation.fi

signin-code-title = Skriv koden
signin-code-lead = Om vi känner till adressen är koden på väg. Det kan ta en minut. Koden gäller i 10 minuter och bara i den här webbläsaren.
signin-code = Kod
signin-code-hint = Åtta siffror
signin-new-code = Kom ingen kod? Be om en ny.
signin-fault-code = Koden är inte rätt. Kontrollera siffrorna och försök igen.
signin-fault-code-over = Koden gäller inte längre. Be om en ny kod.
signin-mail-subject = Din inloggningskod
signin-mail-text =
    Hej!

    Din inloggningskod är { $code }. Den gäller i 10 minuter i den webbläsare där du bad om den.

    Om du inte bad om någon kod behöver du inte göra något. Ge inte koden till någon.
signin-sms-text = Din inloggningskod är { $code }. Den gäller i 10 minuter. Ge inte koden till någon.

signin-password-title = Logga in med lösenord
signin-password-lead = Om du inte har något lösenord, logga in med kod. Sedan kan du välja ett lösenord om du vill.
signin-password = Lösenord
signin-fault-password = Adressen eller lösenordet är inte rätt. Kontrollera båda eller logga in med kod.

signin-own-title = Lösenord och sessioner
signin-own-lead = Lösenordet är frivilligt: du kan alltid logga in med kod. När du byter lösenord avslutas dina andra sessioner.
signin-own-old = Nuvarande lösenord
signin-own-new = Nytt lösenord
signin-own-new-hint = Minst 12 tecken. Ett bra lösenord är en mening på några ord som bara du kommer på.
signin-fault-password-old = Det nuvarande lösenordet är inte rätt.
signin-fault-password-short = Lösenordet är för kort. Skriv minst 12 tecken.
signin-fault-password-long = Lösenordet är för långt. Skriv högst 200 tecken.
signin-fault-password-own = Lösenordet består mest av ditt eget namn eller organisationens namn. Hitta på andra ord.
signin-fault-password-common = Lösenordet är lätt att gissa. Hitta på en mening på några ord.
signin-everywhere = Logga ut överallt
signin-everywhere-lead = Om du glömde logga ut på en annan dator eller om telefonen försvann, avsluta alla dina sessioner. Sedan loggar du in på nytt.
signin-everywhere-do = Avsluta alla sessioner
done-signin-password = Lösenordet har bytts. Dina andra sessioner har avslutats.
done-signin-out = Du har loggat ut.
done-signin-out-all = Alla dina sessioner har avslutats.

signin-setup-title = Börja här
signin-setup-lead = Här finns ingen ännu. Skapa den första organisationen och en administratör. Den här sidan fungerar en gång.
signin-setup-code = Startkod
signin-setup-code-hint = Koden visas i serverns konsol när servern startar.
signin-setup-organisation = Organisationens namn
signin-setup-kind = Hurdan organisation är det?
signin-setup-name = Administratörens namn
signin-setup-address-hint = Till den här adressen skickas inloggningskoderna.
signin-setup-do = Skapa
signin-fault-setup = Startkoden är inte rätt. Se koden i serverns konsol; den nyaste koden gäller.
done-signin-setup = Organisationen och administratören har skapats.
signin-kind-wellbeing-county = Välfärdsområde
signin-kind-municipality = Kommun eller stad
signin-kind-state-agency = Statligt ämbetsverk
signin-kind-company = Företag
signin-kind-school = Läroanstalt

signin-front-title = Stöd när arbetslivet förändras
signin-front-lead = Urasilta är med dig när arbetet förändras: från ansökan om coachning till uppföljningen efteråt.
signin-front-kicker = Börja
signin-front-text = Logga in med din e-postadress i arbetet. Du får en engångskod och behöver inget lösenord.
signin-home-title = Startsida
signin-home-hello = Hej, { $name }
signin-home-lead = Inget väntar på dig just nu. Härifrån kommer du vidare:

signin-demo-title = Med vems ögon vill du se?
signin-demo-lead = Personerna, organisationerna och uppgifterna är påhittade. Välj en person och se vad hen ser.
signin-demo-nobody = Här finns inga personer ännu.
signin-demo-guests = Anställda som inte har ansökt ännu
signin-demo-guests-about = Följ med någon av dem från början: ansök till coachning och se vad som händer sedan.
signin-demo-guest = Anställd
signin-persona-participant = Deltagare
signin-persona-participant-sees = Ansöker om coachning och ser sin egen stig.
signin-persona-agreeing = Deltagare, trepart
signin-persona-agreeing-sees = Kommer överens om sin coachning tillsammans med chefen och coachen.
signin-persona-supervisor = Chef
signin-persona-supervisor-sees = Ser bara det som man har kommit överens om att dela.
signin-persona-coach = Coach
signin-persona-coach-sees = Ser sina egna klienter och dagens träffar.
signin-persona-coordinator = Koordinator
signin-persona-coordinator-sees = Sköter ansökningarna, urvalet och rapporterna. Ser inte coachningens innehåll.
signin-persona-provider = Tjänsteproducent
signin-persona-provider-sees = Ser uppdragen i sitt eget avtal.
signin-persona-administrator = Administratör
signin-persona-administrator-sees = Ser systemets tillstånd. Kan inte öppna coachningar.
signin-persona-committee = Ledamot i organet
signin-persona-committee-sees = Ser de publicerade rapporterna.

signin-privacy-title = Dataskydd
signin-privacy-lead = Vilka uppgifter som finns om dig, vem som ser dem och vad du själv kan göra.
signin-privacy-who = Vem ansvarar för uppgifterna
signin-privacy-who-text = Personuppgiftsansvarig är din arbetsgivare eller den som ordnar tjänsten, i den här tjänsten { $site }. Den som producerar coachningen behandlar uppgifter bara enligt avtalet och under avtalstiden.
signin-privacy-what = Vilka uppgifter finns
signin-privacy-what-text = Namn, arbetsuppgift, enhet och kontaktuppgifter i arbetet kommer från personalregistret. Ansökan, målen och svaren skriver du själv. Vi samlar inte in personbeteckningar.
signin-privacy-readers = Vem ser vad
signin-privacy-readers-text = Vid varje punkt står det vem som ser den. Din ansökan ses av koordinatorn. Den gemensamma anteckningen ser du och din coach, coachens arbetsanteckning bara coachen. Av coachningen ser koordinatorn och tjänsteproducenten förloppet, inte innehållet. Chefen ser varken dina svar eller coachningens innehåll; på tjänstens sida står det vad chefen får veta. Varje visning antecknas.
signin-privacy-numbers = Siffrorna i rapporterna
signin-privacy-numbers-text = I rapporterna finns bara siffror där ingen kan kännas igen. Små tal slås ihop eller döljs.
signin-privacy-kept = Hur länge uppgifterna bevaras
signin-privacy-kept-text = Detta innehåll raderas när tiden har gått ut och organisationens koordinator har godkänt det. Ett rättsligt hinder kan stoppa raderingen. Anteckningarna och svaren är krypterade med en egen nyckel för varje coachning. När nyckeln förstörs kan de efter ett dygn inte läsas ens i säkerhetskopior. Namn, datum och lägen blir kvar.
signin-privacy-class-applications = Svar och utlåtanden i ansökningar, från avgörandet
signin-privacy-class-coaching = Gemensam anteckning, arbetsanteckning och svar, från coachningens slut
signin-privacy-class-measures = Mätningarnas koppling till dig, från coachningens slut
signin-privacy-class-supervisors = Chefens egen stig och svaren, från slutet av omgångens sista coachning
signin-privacy-years = { $n } år
signin-privacy-cookies = Kakor
signin-privacy-cookies-text = Vi använder bara nödvändiga kakor: för sessionen, skyddet av formulär och språkvalet. Vi spårar dig inte och använder inga utomstående tjänster.
signin-privacy-rights = Vad du kan göra
signin-privacy-rights-text = Inloggad laddar du ner alla dina uppgifter i en fil under Mina uppgifter. Där kan du också begära rättelse eller radering och ser när du senast får svar. Du kan även kontakta dataskyddsombudet i din organisation eller telefonnumret längst ned på sidan och vända dig till dataombudsmannen.

signin-access-lead = Det här utlåtandet gäller tjänsten Urasilta, som upprätthålls av { $site }. Tjänsten omfattas av lagen om tillhandahållande av digitala tjänster (306/2019).
signin-access-state = Hur tillgänglig tjänsten är
signin-access-state-text = Tjänsten är gjord för att uppfylla kraven på nivå A och AA i WCAG 2.2. Alla uppgifter går att göra med tangentbord, förstorat till 400 procent och utan JavaScript.
signin-access-lacks = Kända brister
signin-access-lacks-text = Texter som organisationen själv har lagt till och länkade sidor kan ha brister som vi inte kan påverka. Teckenspråk och lättläst språk finns ännu inte i tjänsten.
signin-access-made = Hur bedömningen har gjorts
signin-access-made-text = Bedömningen har gjorts av tjänstens utvecklare. Varje sida kontrolleras automatiskt vid varje ändring på finska, svenska och engelska. Utlåtandet är upprättat 22.11.2026.
signin-access-feedback = Märkte du en brist? Berätta.
signin-access-feedback-text = Du kan ge respons eller be om innehållet i en form som passar dig. Vi svarar inom 14 dagar.
signin-access-phone = Ring { $phone }
signin-access-mail = Skriv till { $mail }
signin-access-complaint = Om du inte är nöjd med svaret
signin-access-complaint-text = Om du inte får svar inom 14 dagar eller om svaret inte räcker kan du göra en anmälan till tillsynsmyndigheten. På myndighetens webbplats berättas hur ärendet behandlas.
signin-access-authority = Transport- och kommunikationsverket Traficom, tillsynen över digital tillgänglighet, www.tillganglighetskrav.fi

signin-closed = Sidan är stängd

signin-system = Systemets tillstånd
signin-system-lead = Fungerar allt? Här finns bara antal, inga uppgifter om någon.
signin-system-well = Allt fungerar.
signin-system-dead = Väntar på dig: uppgifter som inte lyckades
signin-system-dead-lead = Systemet har försökt många gånger. Åtgärda orsaken och försök sedan igen.
signin-system-dead-meta = Senast { $when }: { $why }
signin-system-retry = Försök igen
signin-system-house = Server
signin-system-version = Version
signin-system-database = Databas
signin-system-schema = Databasens ändringar
signin-system-schema-run = { $run } / { $known } körda
signin-system-waiting = Uppgifter i kö
signin-system-unsealed = Inte förseglade
signin-system-audit = Hela kedjan kontrolleras med kommandot urasilta check audit.
signin-system-sessions = Sessioner nu
signin-system-contents = Administratören kan inte öppna ansökningar eller coachningar.
done-signin-retried = Ett nytt försök görs.

signin-refused-oidc = Inloggningen med organisationens konto lyckades inte. Försök igen eller logga in med kod.
signin-refused-oidc-unknown = Organisationens konto är i ordning, men du har inget konto här. Be koordinatorn i din organisation om ett konto.

signin-accounts = Konton och roller
signin-accounts-lead = Vem som gör vad och i vilken organisation. Personalen kommer från personalfilen; här ges rollerna.
signin-accounts-holders = Roller nu
signin-accounts-holds = { $role }, { $where }
signin-accounts-end = Avsluta rollen
signin-accounts-give = Ge en roll
signin-accounts-name = Namn
signin-accounts-where = Organisation
signin-accounts-role = Roll
signin-accounts-organisation = Organisationer
signin-accounts-business-id = FO-nummer, om det finns
signin-accounts-add = Lägg till organisationen
signin-role-coordinator = Koordinator
signin-role-supervisor = Chef
signin-role-coach = Coach
signin-role-provider = Ansvarig hos tjänsteproducenten
signin-role-committee = Ledamot i organet
signin-role-admin = Administratör
signin-refused-own-role = Ingen kan ändra sina egna roller. Be en annan administratör.

signin-second-title = Skriv appens kod
signin-second-lead = I ditt arbete ser du andras uppgifter, så vi försäkrar oss ännu om att det är du. Öppna autentiseringsappen i din telefon och skriv koden som visas.
signin-second-code = Kod från appen
signin-second-hint = Sex siffror
signin-second-no-phone = Har du inte telefonen med dig? Använd en reservkod.
signin-second-anew = Börja om inloggningen
signin-fault-second = Koden är inte rätt eller redan använd. Vänta tills appen visar en ny kod och skriv den.
signin-fault-second-over = Tiden tog slut eller försöken blev för många. Börja om inloggningen.
signin-recovery-title = Skriv en reservkod
signin-recovery-lead = Du fick tio reservkoder när du tog appen i bruk. Var och en fungerar en gång.
signin-recovery = Reservkod
signin-recovery-hint = Till exempel K7QF-3MZB-XW2P-R5TD
signin-recovery-app = Använd ändå appens kod
signin-recovery-lost = Är reservkoderna också borta? Be administratören ta den gamla appen ur bruk. Därefter tar du en ny i bruk.
signin-fault-recovery = Reservkoden är inte rätt eller redan använd. Kontrollera tecknen.
signin-enrol-title = Ta autentiseringsappen i bruk
signin-enrol-lead = I ditt arbete ser du andras uppgifter. Därför behövs förutom lösenord eller e-postkod också en kod från din telefon när du loggar in. Det här görs en gång och tar ett par minuter.
signin-enrol-change-lead = Den nya appen ersätter den gamla. Den gamla fungerar tills du har skrivit den nyas första kod. Dina andra sessioner avslutas.
signin-enrol-first = 1. Öppna autentiseringsappen i din telefon
signin-enrol-first-text = Om du ännu inte har någon app, sök en i telefonens appbutik med ordet ”autentisering” eller ”authenticator”. Vilken som helst av dem duger.
signin-enrol-then = 2. Lägg till Urasilta i appen
signin-enrol-then-text = Välj i appen att lägga till ett konto och fotografera den här rutkoden.
signin-enrol-picture = Rutkod för autentiseringsappen. Samma nyckel finns nedan som text.
signin-enrol-here = Läser du det här i telefonen? Öppna appen här.
signin-enrol-by-hand = Du kan också skriva nyckeln i appen för hand:
signin-enrol-last = 3. Skriv koden som appen visar
signin-enrol-do = Ta i bruk
signin-enrol-why = Varför, och vad gör jag om jag inte har telefon?
signin-enrol-why-text = E-post och lösenord kan hamna i fel händer. Koden i din telefon byts varje halvminut, och bara du har den. Appen behöver ingen nätförbindelse och berättar ingenting om din telefon för oss.
signin-enrol-no-phone = Appen kan också installeras på arbetsdatorn. Fråga organisationens it-stöd vad ni använder.
signin-twice-title = Appen är redan i bruk
signin-twice-lead = Knappen trycktes två gånger. Den första gången räckte: autentiseringsappen är i bruk, men du hann inte se reservkoderna.
signin-twice-do = Gör nya reservkoder och ta vara på dem. Om du ombeds ange en kod, vänta tills koden i appen byts.
signin-twice-codes = Gör nya reservkoder
signin-codes-title = Spara reservkoderna
signin-codes-lead = Autentiseringsappen är i bruk. Om telefonen försvinner kommer du in med de här. Skriv koderna på papper eller skriv ut sidan, och förvara dem någon annanstans än i telefonen.
signin-codes = Dina reservkoder
signin-codes-once = Koderna visas bara nu. Var och en fungerar en gång. Om du hade gamla reservkoder fungerar de inte längre.
signin-codes-kept = Koderna är sparade, fortsätt
signin-own-second-title = Autentiseringsapp
signin-own-second-lead = När det också behövs en kod från din telefon för att logga in kommer ingen åt uppgifterna med bara din e-post eller ditt lösenord.
signin-own-second-go = Autentiseringsappens inställningar
signin-own-second-begin = Ta autentiseringsappen i bruk
signin-own-second-since = Appen har varit i bruk sedan { $day }.
signin-own-second-left =
    { $n ->
        [0] Inga reservkoder är kvar. Gör nya.
        [one] 1 reservkod är kvar. Gör nya.
       *[other] { $n } reservkoder är kvar.
    }
signin-own-second-change = Ändra
signin-own-second-code = Kod från appen eller reservkod
signin-own-second-hint = Varje ändring bekräftas med en kod.
signin-own-second-new-codes = Gör nya reservkoder
signin-own-second-new-app = Byt app eller telefon
signin-own-second-end = Ta appen ur bruk
signin-own-second-required = Du behöver appen så länge andras uppgifter visas i din roll.
signin-second-mail-subject = Skyddet för din inloggning har ändrats
signin-second-mail-set =
    Hej!

    En autentiseringsapp har tagits i bruk för ditt konto. Dina andra sessioner är avslutade.

    Om det inte var du, kontakta genast organisationens administratör.
signin-second-mail-recovered =
    Hej!

    En reservkod har använts för ditt konto. Koden fungerar inte längre.

    Om det inte var du, kontakta genast organisationens administratör.
signin-second-mail-ended =
    Hej!

    Autentiseringsappen har tagits ur bruk för ditt konto.

    Om det inte var du, kontakta genast organisationens administratör.
signin-second-mail-reset =
    Hej!

    Administratören har tagit autentiseringsappen ur bruk för ditt konto. Alla dina sessioner är avslutade. När du loggar in nästa gång kan du ta en app i bruk på nytt.

    Om du inte bad om det här, kontakta genast organisationens administratör.
signin-refused-second-set = En autentiseringsapp är redan i bruk för ditt konto. Logga in med den.
signin-refused-own-second = Du kan inte ta bort din egen app här. Byt den i dina egna inställningar eller be en annan administratör.
done-signin-second-ended = Autentiseringsappen har tagits ur bruk.
done-signin-second-reset = Autentiseringsappen har tagits ur bruk och sessionerna är avslutade. Personen får ett meddelande om det.
signin-sessions = Var du är inloggad
signin-sessions-lead = Vi sparar varken adress eller plats. En session avslutas av sig själv när den inte har använts på en halvtimme.
signin-sessions-device = { $browser }, { $system }
signin-sessions-when = Började { $begun }, senast använd { $seen }
signin-sessions-this = Den här sessionen
signin-sessions-others = Avsluta de andra sessionerna
done-signin-others = Dina andra sessioner är avslutade.
signin-browser-edge = Edge
signin-browser-opera = Opera
signin-browser-samsung = Samsung Internet
signin-browser-firefox = Firefox
signin-browser-chrome = Chrome
signin-browser-safari = Safari
signin-browser-other = Okänd webbläsare
signin-os-android = Android
signin-os-iphone = iPhone
signin-os-ipad = iPad
signin-os-windows = Windows
signin-os-chromebook = Chromebook
signin-os-mac = Mac
signin-os-linux = Linux
signin-os-other = okänd apparat
signin-accounts-no-address = Ingen e-postadress
signin-accounts-reset = Ta bort autentiseringsappen
signin-accounts-pages = Förteckningens sidor
signin-accounts-first = Till början
signin-accounts-others = Andra som har en autentiseringsapp

signin-welcome-subject = Ett konto har öppnats för dig
signin-welcome =
    Hej!

    Du har nu ett konto i tjänsten Urasilta ({ $site }). Logga in här: { $url }

    Skriv den här e-postadressen på inloggningssidan, så får du en engångskod. Du behöver inget lösenord.

    Om du inte vet vad det gäller, fråga din organisations kontaktperson.
signin-welcome-app =
    Hej!

    Du har nu ett konto i tjänsten Urasilta ({ $site }). Logga in här: { $url }

    Skriv den här e-postadressen på inloggningssidan, så får du en engångskod. Du behöver inget lösenord. Reservera några minuter för första gången och ta telefonen med: du tar samtidigt en autentiseringsapp i bruk.

    Om du inte vet vad det gäller, fråga din organisations kontaktperson.
signin-accounts-lang = Språk
signin-accounts-lang-hint = På det här språket får den nya personen sina meddelanden.
signin-lang-fi = Finska
signin-lang-sv = Svenska
signin-lang-en = Engelska

signin-system-waits = Väntar på dig
signin-system-concerns = Allt är inte i ordning
signin-system-give-up = Avstå från den här
signin-system-ring = Nyckelringen bytt
signin-system-backup = Senaste säkerhetskopia
signin-system-not-told = Inte känt
signin-system-missing = Hittas inte
signin-system-joined = Förbindelser och användare
signin-system-mail = E-post
signin-system-mail-smtp = Går till e-postservern
signin-system-mail-folder = Går till en mapp, inte till någon
signin-system-sms = Textmeddelanden
signin-system-in-use = I bruk
signin-system-not-in-use = Inte i bruk
signin-system-second = Autentiseringsapp
signin-system-required = Krävs av dem som ser andras uppgifter
signin-system-offered = Frivillig
signin-concern-dead = Uppgifter har blivit ogjorda. Se orsaken nedan, åtgärda den och försök på nytt.
signin-concern-schema = Databasen motsvarar inte programmets version. Se till att alla servrar har samma version och starta dem på nytt.
signin-concern-waiting = Uppgifter har stått i kö i över fem minuter. Se serverns logg och starta vid behov servern på nytt.
signin-concern-unsealed = Händelser har varit oförseglade i över fem minuter. Se serverns logg och starta vid behov servern på nytt.
signin-concern-ring = Nyckelringen har inte bytts på över ett dygn, så raderade uppgifter kunde ännu öppnas ur en säkerhetskopia. Kontrollera att servern får skriva till nyckelringens fil.
signin-concern-backup = Säkerhetskopian hittas inte eller är över ett dygn gammal. Kontrollera säkerhetskopieringen.
signin-concern-mail = Meddelanden går till en mapp och inte till någon. Ställ in en e-postserver (mail, smtp_url).
done-signin-given-up = Uppgiften har lämnats. Det finns en anteckning i loggen.
signin-system-retention = Bevaringstider: vad som skulle raderas
