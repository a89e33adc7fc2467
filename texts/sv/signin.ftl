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
signin-persona-participant = Deltagare
signin-persona-participant-sees = Ansöker om coachning och ser sin egen stig.
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
signin-privacy-kept-text = Din organisation bestämmer hur länge uppgifterna bevaras. Den gemensamma anteckningen och coachens arbetsanteckning är krypterade med en egen nyckel för varje coachning. När nyckeln förstörs kan de inte längre läsas.
signin-privacy-cookies = Kakor
signin-privacy-cookies-text = Vi använder bara nödvändiga kakor: för sessionen, skyddet av formulär och språkvalet. Vi spårar dig inte och använder inga utomstående tjänster.
signin-privacy-rights = Vad du kan göra
signin-privacy-rights-text = Du kan begära att få se, rätta eller radera dina uppgifter. Kontakta dataskyddsombudet i din organisation eller telefonnumret längst ned på sidan. Du kan också vända dig till dataombudsmannen.

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
signin-system-sealed = Förseglade händelser
signin-system-unsealed = Inte förseglade
signin-system-audit = Hela kedjan kontrolleras med kommandot urasilta check audit.
signin-system-people = Användare
signin-system-organisations = Organisationer
signin-system-accounts = Konton
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
