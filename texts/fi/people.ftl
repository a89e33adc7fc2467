people-menu-staff = Henkilöstö
people-menu-me = Omat tietoni

people-staff = Henkilöstö
people-staff-lead = Organisaatiosi henkilöstörekisteri. Tiedot tulevat henkilöstöjärjestelmästä tuodusta tiedostosta.
people-staff-who = Rekisterin näkevät organisaatiosi koordinaattorit. Jokaisesta katselusta jää merkintä, jonka henkilö itse näkee.
people-search = Hae
people-search-label = Sukunimen alku tai koko henkilönumero
people-nobody = Ketään ei löytynyt
people-nobody-do = Kokeile lyhyempää nimen alkua, tai tuo henkilöstö tiedostosta.
people-pages = Luettelon sivut
people-first-page = Alkuun
people-ended-on = päättyi { $day }
people-work = Palvelussuhteet
people-no-work = Palvelussuhteita ei ole.
people-period = Aika
people-contact = Yhteystiedot
people-private = Yksityiset yhteystiedot
people-given = annettu
people-not-given = ei tiedossa
people-yes = kyllä
people-no = ei
people-supervision = Esihenkilötyö
people-own-supervisor = Esihenkilö
people-leads = Johtaa yksikköä
people-person-who = Nämä tiedot näkevät organisaatiosi koordinaattorit ja henkilö itse. Katselustasi jäi merkintä.
people-name = Nimi
people-education-secondary = toinen aste
people-education-higher = korkeakoulu
people-education-other = muu
people-position-employee = työntekijä
people-position-supervisor = esihenkilö
people-position-expert = asiantuntija
people-position-physician = lääkäri
people-position-corporate-support = konsernin tukipalvelut

people-units = Yksiköt
people-units-lead = Avaa yksikkö, kun sen palvelualue, esihenkilö tai työvuorolistan sulkeutumispäivä muuttuu.
people-no-units = Yksiköitä ei vielä ole
people-no-units-do = Yksiköt syntyvät, kun tuot henkilöstön tiedostosta.
people-unit-supervisor = Yksikön esihenkilö
people-unit-supervisor-hint = Esihenkilön henkilönumero. Jätä tyhjäksi, jos yksiköllä ei ole esihenkilöä.
people-roster-day = kuukauden { $day }. päivä
people-roster-hint = Kuukauden päivä 1–31. Jätä tyhjäksi, jos yksikössä ei tehdä työvuorolistoja.
fault-people-no-such-number = Tällä henkilönumerolla ei löydy ketään. Tarkista numero henkilöstöluettelosta.

people-import = Tuo henkilöstö tiedostosta
people-import-lead = Näet ensin, mitä tiedosto muuttaisi. Mitään ei tallenneta ennen kuin vahvistat.
people-file = Tiedosto
people-file-hint = Excel-työkirja (.xlsx) tai CSV, enintään 10 megatavua ja 100 000 riviä. Ensimmäisellä rivillä ovat sarakkeiden otsikot.
people-whole = Tiedostossa on koko henkilöstö
people-whole-hint = Niiden palvelussuhde päätetään tänään, jotka ovat rekisterissä mutta eivät tiedostossa.
people-read-file = Lue tiedosto
people-columns = Sarakkeet
people-columns-must = Pakolliset
people-columns-may = Vapaaehtoiset
people-columns-other = Muut sarakkeet jätetään pois, esimerkiksi henkilötunnus. Niiden sisältöä ei tallenneta.
people-column-number = Henkilönumero
people-column-first-name = Etunimi
people-column-last-name = Sukunimi
people-column-address = Työsähköposti
people-column-phone = Työpuhelin
people-column-unit = Yksikkö
people-column-parent = Yläyksikkö
people-column-area = Palvelualue
people-column-title = Nimike
people-column-education = Koulutusaste
people-column-position = Asema
people-column-client-work = Asiakas- tai potilastyö
people-column-starts = Palvelussuhde alkaa
people-column-ends = Palvelussuhde päättyy
people-column-supervisor = Esihenkilön henkilönumero
people-column-leads = On esihenkilö
people-column-roster-day = Työvuorolista sulkeutuu
people-import-place = Rivi { $line }, { $column }
people-unreadable-too-large = Tiedosto on liian suuri. Se saa olla enintään 10 megatavua, ja sen sisältö purettuna enintään 100 megatavua.
people-unreadable-rows = Taulukossa on liian monta riviä. Rivejä saa olla enintään 100 000. Poista tyhjien rivien alta ylimääräinen sisältö tai jaa tiedosto osiin.
people-unreadable-columns = Taulukossa on liian monta saraketta. Sarakkeita saa olla enintään 200. Poista kaukana oikealla oleva ylimääräinen sisältö.
people-unreadable-old = Tiedosto on vanhaa Excel-muotoa (.xls). Tallenna se muodossa .xlsx ja tuo uudelleen.
people-unreadable-unknown = Tiedosto ei ole Excel-työkirja eikä CSV-tekstiä. Valitse toinen tiedosto.
people-unreadable-empty = Tiedostossa ei ole yhtään henkilöä. Valitse tiedosto, jossa on otsikkorivi ja sen alla henkilöt.
people-unreadable-missing = Ensimmäiseltä riviltä puuttuu otsikko: { $columns }. Lisää puuttuvat otsikot ja tuo tiedosto uudelleen.
people-unreadable-twice = Sarake on tiedostossa kahdesti: { $columns }. Poista toinen ja tuo tiedosto uudelleen.
people-unreadable-broken = Tiedostoa ei voi lukea, koska sen rakenne on rikki. Avaa se taulukko-ohjelmassa, tallenna uudelleen ja tuo sitten.

people-preview = Mitä tiedosto muuttaa
people-preview-lead = Mitään ei ole vielä tallennettu. Tarkista muutokset ja vahvista.
people-kind-new = { $n ->
    [one] uusi
   *[other] uutta
}
people-kind-updated = { $n ->
    [one] muuttuva
   *[other] muuttuvaa
}
people-kind-ended = { $n ->
    [one] päättyvä
   *[other] päättyvää
}
people-kind-unchanged = { $n ->
    [one] ennallaan
   *[other] ennallaan
}
people-kind-units = { $n ->
    [one] yksikkö uusi tai muuttuva
   *[other] yksikköä uusia tai muuttuvia
}
people-one-new = Uusi
people-one-updated = Muuttuu
people-one-ended = Päättyy
people-changes = muuttuu: { $columns }
people-dropped = Nämä sarakkeet jätettiin pois
people-dropped-why = Niitä ei tarvita, eikä niiden sisältöä tallennettu.
people-unnamed-column = nimetön sarake
people-whole-says = { $n ->
    [one] Yhden henkilön palvelussuhde päätetään, koska hän ei ole tiedostossa tai tiedosto kertoo sen päättyneen.
   *[other] { $n } henkilön palvelussuhde päätetään, koska he eivät ole tiedostossa tai tiedosto kertoo sen päättyneen.
}
people-nothing-changes = Tiedosto ei muuta mitään. Rekisteri on jo ajan tasalla.
people-first-rows = Ensimmäiset muutokset
people-waits-until = Tiedosto odottaa vahvistusta { $moment } asti. Sen jälkeen se unohdetaan.
people-confirm = Vahvista ja tallenna muutokset
people-remove = Hylkää tiedosto
people-faulty = Korjattavat rivit
people-faulty-lead = { $n ->
    [one] Tiedostossa on yksi virhe. Mitään ei tallennettu. Korjaa tiedosto ja tuo se uudelleen.
   *[other] Tiedostossa on { $n } virhettä. Mitään ei tallennettu. Korjaa tiedosto ja tuo se uudelleen.
}
people-row = Rivi
people-row-n = Rivi { $line }
people-column = Sarake
people-reason = Mitä pitää korjata
people-more-faults = { $n ->
    [one] Lisäksi on yksi muu virhe.
   *[other] Lisäksi on { $n } muuta virhettä.
}
people-why-missing = Tieto puuttuu. Täytä se.
people-why-too-long = Teksti on liian pitkä. Lyhennä sitä.
people-why-unprintable = Tekstissä on merkkejä, joita ei voi näyttää. Kirjoita se uudelleen.
people-why-identity-code = Tieto näyttää henkilötunnukselta. Henkilötunnuksia ei tallenneta; poista se tiedostosta.
people-why-day = Kirjoita päivä näin: 4.12.2026.
people-why-address = Sähköpostiosoite ei ole oikean muotoinen. Kirjoita se näin: nimi@esimerkki.fi.
people-why-education = Koulutusastetta ei tunnistettu. Kirjoita toinen aste, korkeakoulu tai muu.
people-why-position = Asemaa ei tunnistettu. Kirjoita työntekijä, esihenkilö, asiantuntija, lääkäri tai tukipalvelut.
people-why-yes-no = Kirjoita kyllä tai ei.
people-why-roster-day = Kirjoita kuukauden päivä väliltä 1–31.
people-why-twice = Sama tieto on jo rivillä { $line }. Kukin saa olla tiedostossa vain kerran.
people-why-ends-before-start = Palvelussuhde päättyisi ennen kuin se alkaa. Tarkista päivät.
people-why-unit-otherwise = Samasta yksiköstä kerrotaan toisin rivillä { $line }. Tee riveistä yhtenevät.
people-why-circle = Yksikkö olisi itsensä yläpuolella. Tarkista yläyksiköt.
people-why-unknown-supervisor = Tällä henkilönumerolla ei löydy ketään tiedostosta eikä rekisteristä.
people-why-two-supervisors = Yksiköllä on jo toinen esihenkilö rivillä { $line }. Yksiköllä voi olla vain yksi.
people-import-faulty = Tiedostossa on virheitä, joten sitä ei voi tallentaa. Korjaa tiedosto ja tuo se uudelleen.
done-people-imported = Henkilöstö on päivitetty.
done-people-removed = Tiedosto hylättiin. Mitään ei muutettu.
done-people-look-again = Rekisteri ehti muuttua. Tarkista uusi esikatselu ja vahvista sitten.

people-me = Omat tietoni
people-me-lead = Mitä sinusta on tallennettu, kuka sen näkee ja kuka on katsonut.
people-me-nothing = Sinusta ei ole tietoja minkään organisaation henkilöstörekisterissä.
people-no-end = toistaiseksi
people-put-right = Tiedot tulevat työnantajasi järjestelmästä. Jos jokin on väärin, kerro siitä esihenkilöllesi tai henkilöstöpalveluihin.
people-next = Seuraavaksi
people-asked = Anna yksityinen osoite ennen kuin työosoite päättyy
people-asked-why = Näin sinut tavoitetaan valmennuksen asioissa myös palvelussuhteen päätyttyä.
people-give-contact = Anna yhteystiedot
people-private-why = Näihin lähetetään viesti, jos työosoitteesi ei ole enää käytössä. Tiedot ovat vapaaehtoisia.
people-private-address = Yksityinen sähköposti
people-private-phone = Yksityinen puhelin
people-private-who = Vain sinä näet nämä. Järjestelmä käyttää niitä viestien lähettämiseen.
people-can-see = Kuka näkee nämä tiedot
people-you = Sinä
people-seat-participant = Osallistujat
people-seat-supervisor = Organisaatiosi esihenkilöt
people-seat-coach = Organisaatiosi valmentajat
people-seat-coordinator = Organisaatiosi koordinaattorit
people-seat-provider = Palveluntuottaja
people-seat-committee = Toimielimen jäsenet
people-seat-admin = Ylläpitäjä
people-purpose-own-affairs = omat asiat
people-purpose-selection = valinta palveluun
people-purpose-coaching = valmennus
people-purpose-supervision = esihenkilötyö
people-purpose-service-delivery = palvelun toteutus
people-purpose-administration = ylläpito
people-purpose-staff-register = henkilöstörekisterin hoito
people-purpose-continuity = valmentajan vaihtuminen, kahden henkilön päätös
people-looked = Kuka on katsonut tietojani
people-looked-times = { $n ->
    [one] kerran
   *[other] { $n } kertaa
}
people-to-path = Oma polkuni: omat hakemukset ja valmennukset
people-nobody-looked = Kukaan muu ei ole katsonut tietojasi.
people-somebody = poistunut käyttäjä
fault-people-address = Kirjoita sähköpostiosoite näin: nimi@esimerkki.fi
fault-people-phone = Kirjoita puhelinnumero näin: 040 123 4567
people-me-signin = Salasana, todennussovellus ja istunnot
people-told-account = Tunnuksesi
people-told-language = Kieli
people-me-data = Lataa tietoni tai pyydä oikaisua tai poistoa
people-staff-retention = Tietojen säilytys ja pyynnöt
