people-menu-staff = Personal
people-menu-me = Mina uppgifter

people-staff = Personal
people-staff-lead = Din organisations personalregister. Uppgifterna kommer från en fil ur personalsystemet.
people-staff-who = Registret ses av din organisations koordinatorer. Varje gång någon tittar blir det en anteckning som personen själv ser.
people-search = Sök
people-search-label = Början av efternamnet eller hela personalnumret
people-nobody = Ingen hittades
people-nobody-do = Pröva med en kortare början av namnet, eller hämta personalen från en fil.
people-pages = Förteckningens sidor
people-first-page = Till början
people-ended-on = upphörde { $day }
people-work = Anställningar
people-no-work = Det finns inga anställningar.
people-period = Tid
people-contact = Kontaktuppgifter
people-private = Privata kontaktuppgifter
people-given = har getts
people-not-given = uppgift saknas
people-yes = ja
people-no = nej
people-supervision = Chefsarbete
people-own-supervisor = Chef
people-leads = Leder enheten
people-person-who = De här uppgifterna ses av din organisations koordinatorer och personen själv. Det blev en anteckning om att du tittade.
people-name = Namn
people-education-secondary = andra stadiet
people-education-higher = högskola
people-education-other = annan
people-position-employee = anställd
people-position-supervisor = chef
people-position-expert = sakkunnig
people-position-physician = läkare
people-position-corporate-support = koncernens stödtjänster

people-units = Enheter
people-units-lead = Öppna en enhet när dess serviceområde, chef eller dagen då arbetsskiftslistan stängs ändras.
people-no-units = Det finns inga enheter ännu
people-no-units-do = Enheterna skapas när du hämtar personalen från en fil.
people-unit-supervisor = Enhetens chef
people-unit-supervisor-hint = Chefens personalnummer. Lämna tomt om enheten inte har någon chef.
people-roster-day = den { $day }:e i månaden
people-roster-hint = Dag i månaden 1–31. Lämna tomt om enheten inte gör arbetsskiftslistor.
fault-people-no-such-number = Ingen hittas med det här personalnumret. Kontrollera numret i personalförteckningen.

people-import = Hämta personalen från en fil
people-import-lead = Du ser först vad filen skulle ändra. Ingenting sparas innan du bekräftar.
people-file = Fil
people-file-hint = En Excel-arbetsbok (.xlsx) eller CSV, högst 10 megabyte och 100 000 rader. På första raden står kolumnernas rubriker.
people-whole = Filen innehåller hela personalen
people-whole-hint = Anställningen avslutas i dag för dem som finns i registret men inte i filen.
people-read-file = Läs filen
people-columns = Kolumner
people-columns-must = Obligatoriska
people-columns-may = Frivilliga
people-columns-other = Andra kolumner lämnas bort, till exempel personbeteckning. Deras innehåll sparas inte.
people-column-number = Personalnummer
people-column-first-name = Förnamn
people-column-last-name = Efternamn
people-column-address = E-post i arbetet
people-column-phone = Telefon i arbetet
people-column-unit = Enhet
people-column-parent = Överordnad enhet
people-column-area = Serviceområde
people-column-title = Benämning
people-column-education = Utbildningsnivå
people-column-position = Ställning
people-column-client-work = Klient- eller patientarbete
people-column-starts = Anställningen börjar
people-column-ends = Anställningen upphör
people-column-supervisor = Chefens personalnummer
people-column-leads = Är chef
people-column-roster-day = Arbetsskiftslistan stängs
people-import-place = Rad { $line }, { $column }
people-unreadable-too-large = Filen är för stor. Den får vara högst 10 megabyte och dess innehåll uppackat högst 100 megabyte.
people-unreadable-rows = Tabellen har för många rader. Det får finnas högst 100 000. Ta bort överflödigt innehåll under de tomma raderna eller dela filen.
people-unreadable-columns = Tabellen har för många kolumner. Det får finnas högst 200. Ta bort överflödigt innehåll långt till höger.
people-unreadable-old = Filen är i det gamla Excel-formatet (.xls). Spara den som .xlsx och hämta på nytt.
people-unreadable-unknown = Filen är varken en Excel-arbetsbok eller CSV-text. Välj en annan fil.
people-unreadable-empty = Det finns ingen person i filen. Välj en fil med en rubrikrad och personerna under den.
people-unreadable-missing = På första raden saknas rubriken: { $columns }. Lägg till rubrikerna och hämta filen på nytt.
people-unreadable-twice = Kolumnen finns två gånger i filen: { $columns }. Ta bort den ena och hämta filen på nytt.
people-unreadable-broken = Filen kan inte läsas, eftersom dess struktur är trasig. Öppna den i ett kalkylprogram, spara på nytt och hämta den sedan.

people-preview = Vad filen ändrar
people-preview-lead = Ingenting har sparats ännu. Kontrollera ändringarna och bekräfta.
people-kind-new = { $n ->
    [one] ny
   *[other] nya
}
people-kind-updated = { $n ->
    [one] ändras
   *[other] ändras
}
people-kind-ended = { $n ->
    [one] upphör
   *[other] upphör
}
people-kind-unchanged = { $n ->
    [one] som förut
   *[other] som förut
}
people-kind-units = { $n ->
    [one] enhet ny eller ändrad
   *[other] enheter nya eller ändrade
}
people-one-new = Ny
people-one-updated = Ändras
people-one-ended = Upphör
people-changes = ändras: { $columns }
people-dropped = De här kolumnerna lämnades bort
people-dropped-why = De behövs inte, och deras innehåll sparades inte.
people-unnamed-column = kolumn utan namn
people-whole-says = { $n ->
    [one] En persons anställning avslutas, eftersom personen inte finns i filen eller filen säger att den har upphört.
   *[other] { $n } personers anställning avslutas, eftersom de inte finns i filen eller filen säger att den har upphört.
}
people-nothing-changes = Filen ändrar ingenting. Registret är redan aktuellt.
people-first-rows = De första ändringarna
people-waits-until = Filen väntar på bekräftelse till { $moment }. Därefter glöms den.
people-confirm = Bekräfta och spara ändringarna
people-remove = Förkasta filen
people-faulty = Rader att rätta
people-faulty-lead = { $n ->
    [one] Det finns ett fel i filen. Ingenting sparades. Rätta filen och hämta den på nytt.
   *[other] Det finns { $n } fel i filen. Ingenting sparades. Rätta filen och hämta den på nytt.
}
people-row = Rad
people-row-n = Rad { $line }
people-column = Kolumn
people-reason = Vad som ska rättas
people-more-faults = { $n ->
    [one] Dessutom finns ett annat fel.
   *[other] Dessutom finns { $n } andra fel.
}
people-why-missing = Uppgiften saknas. Fyll i den.
people-why-too-long = Texten är för lång. Förkorta den.
people-why-unprintable = Texten innehåller tecken som inte kan visas. Skriv den på nytt.
people-why-identity-code = Uppgiften ser ut som en personbeteckning. Personbeteckningar sparas inte; ta bort den ur filen.
people-why-day = Skriv datumet så här: 4.12.2026.
people-why-address = E-postadressen har fel form. Skriv den så här: namn@exempel.fi.
people-why-education = Utbildningsnivån kändes inte igen. Skriv andra stadiet, högskola eller annan.
people-why-position = Ställningen kändes inte igen. Skriv anställd, chef, sakkunnig, läkare eller stödtjänster.
people-why-yes-no = Skriv ja eller nej.
people-why-roster-day = Skriv en dag i månaden mellan 1 och 31.
people-why-twice = Samma uppgift finns redan på rad { $line }. Den får finnas bara en gång i filen.
people-why-ends-before-start = Anställningen skulle upphöra innan den börjar. Kontrollera datumen.
people-why-unit-otherwise = Rad { $line } säger något annat om samma enhet. Gör raderna lika.
people-why-circle = Enheten skulle stå ovanför sig själv. Kontrollera de överordnade enheterna.
people-why-unknown-supervisor = Ingen hittas med det här personalnumret, varken i filen eller i registret.
people-why-two-supervisors = Enheten har redan en annan chef på rad { $line }. En enhet kan ha bara en.
people-import-faulty = Det finns fel i filen, så den kan inte sparas. Rätta filen och hämta den på nytt.
done-people-imported = Personalen har uppdaterats.
done-people-removed = Filen förkastades. Ingenting ändrades.
done-people-look-again = Registret hann ändras. Kontrollera den nya förhandsvisningen och bekräfta sedan.

people-me = Mina uppgifter
people-me-lead = Vad som har sparats om dig, vem som ser det och vem som har tittat.
people-me-nothing = Det finns inga uppgifter om dig i någon organisations personalregister.
people-no-end = tills vidare
people-put-right = Uppgifterna kommer från din arbetsgivares system. Om något är fel, berätta det för din chef eller personaltjänsterna.
people-next = Härnäst
people-asked = Ge en privat adress innan arbetsadressen upphör
people-asked-why = På så sätt nås du i frågor om coachningen också när anställningen har upphört.
people-give-contact = Ge kontaktuppgifter
people-private-why = Hit skickas ett meddelande om din arbetsadress inte längre används. Uppgifterna är frivilliga.
people-private-address = Privat e-post
people-private-phone = Privat telefon
people-private-who = Bara du ser de här. Systemet använder dem för att skicka meddelanden.
people-can-see = Vem ser de här uppgifterna
people-you = Du
people-seat-participant = Deltagarna
people-seat-supervisor = Cheferna i din organisation
people-seat-coach = Coacherna i din organisation
people-seat-coordinator = Koordinatorerna i din organisation
people-seat-provider = Tjänsteproducenten
people-seat-committee = Organets ledamöter
people-seat-admin = Administratören
people-purpose-own-affairs = egna ärenden
people-purpose-selection = urval till tjänsten
people-purpose-coaching = coachning
people-purpose-supervision = chefsarbete
people-purpose-service-delivery = genomförande av tjänsten
people-purpose-administration = administration
people-purpose-staff-register = skötsel av personalregistret
people-purpose-continuity = byte av coach, beslut av två personer
people-looked = Vem har tittat på mina uppgifter
people-looked-times = { $n ->
    [one] en gång
   *[other] { $n } gånger
}
people-to-path = Min stig: egna ansökningar och coachningar
people-nobody-looked = Ingen annan har tittat på dina uppgifter.
people-somebody = en användare som har lämnat
fault-people-address = Skriv e-postadressen så här: namn@exempel.fi
fault-people-phone = Skriv telefonnumret så här: 040 123 4567
people-me-signin = Lösenord, autentiseringsapp och sessioner
people-told-account = Ditt konto
people-told-language = Språk
people-me-data = Ladda ner mina uppgifter eller begär rättelse eller radering
people-staff-retention = Bevarande av uppgifter och begäranden
