intake-yes = Kyllä
intake-apply-title = Hae valmennukseen
intake-apply-lead = Vastaat yhteen kysymykseen kerrallaan. Vastaukset tallentuvat, ja voit jatkaa myöhemmin.
intake-apply-back = Palvelun sivulle
intake-apply-there = Sinulla on jo hakemus
intake-apply-go-on = Avaa hakemuksesi
intake-apply-cannot = Et voi hakea nyt
intake-apply-closed = Hakuaika ei ole nyt käynnissä. Katso palvelun sivulta, milloin seuraava haku alkaa.
intake-apply-not-staff = Palvelu on organisaation oman henkilöstön palvelu, eikä henkilöstörekisterissä ole sinulle voimassa olevaa palvelussuhdetta. Kysy koordinaattorilta, jos tieto on väärä.
intake-apply-questions = Kysymyksiä
intake-apply-closes = Hae viimeistään
intake-apply-supervisor = Esihenkilön osuus
intake-apply-begin = Aloita hakemus
intake-who-approves = Vastauksesi näkevät sinä ja hakemuksia käsittelevä koordinaattori. Esihenkilösi näkee, että olet hakenut, mutta ei vastauksiasi.
intake-who-is-told = Vastauksesi näkevät sinä ja hakemuksia käsittelevä koordinaattori. Esihenkilösi saa tiedon vasta, kun otat paikan vastaan, eikä hän näe vastauksiasi.
intake-who-is-not-told = Vastauksesi näkevät sinä ja hakemuksia käsittelevä koordinaattori. Esihenkilöllesi ei kerrota hakemuksesta.
intake-part-approves = Esihenkilöltäsi kysytään, puoltaako hän hakemustasi.
intake-part-is-told = Esihenkilöllesi ei kerrota, että haet. Hän saa tiedon, jos saat paikan ja otat sen vastaan.
intake-part-is-not-told = Esihenkilöllesi ei kerrota hakemuksesta.
intake-step-title = Hakemus
intake-step-progress = Kysymys { $number } / { $of }
intake-step-save = Tallenna ja jatka
intake-step-saved = Tallennettu viimeksi klo { $time }. Voit jatkaa myöhemmin.
intake-check-title = Tarkista vastauksesi
intake-check-lead = Hakemusta ei ole vielä lähetetty. Voit muuttaa vastauksia ennen lähettämistä.
intake-check-missing = Vastaa vielä näihin kysymyksiin
intake-check-before = Ennen kuin lähetät
intake-check-send = Lähetä hakemus
intake-answers-title = Vastaukset
intake-not-answered = Ei vastattu
intake-own-title = Hakemuksesi
intake-own-all = Omat hakemukset
intake-own-none = Sinulla ei ole hakemuksia
intake-own-none-do = Katso, mihin palveluihin voit nyt hakea.
intake-own-services = Katso palvelut
intake-own-now = Tilanne nyt
intake-own-position = Varasijalla { $n }
intake-own-continue = Jatka hakemusta
intake-own-answer-by = Vastaa viimeistään { $day }.
intake-own-answer = Vastaa paikkatarjoukseen
intake-own-support-waiting = Odotamme esihenkilösi kannanottoa.
intake-own-supported = Esihenkilösi puoltaa hakemustasi.
intake-own-not-supported = Esihenkilösi ei puolla hakemustasi. Koordinaattori ottaa sinuun yhteyttä ennen päätöstä.
intake-state-draft = Hakemus on kesken
intake-state-submitted = Hakemus on lähetetty
intake-state-eligible = Hakuehdot täyttyvät
intake-state-ineligible = Hakuehdot eivät täyty
intake-state-to-be-checked = Ihminen tarkistaa hakemuksesi
intake-state-selected = Sinut on valittu
intake-state-on-reserve = Olet varasijalla
intake-state-not-selected = Et saanut paikkaa tällä kierroksella
intake-state-offered = Sinulle tarjotaan paikkaa
intake-state-accepted = Otit paikan vastaan
intake-state-refused = Et ottanut paikkaa vastaan
intake-state-lapsed = Tarjous ei ole enää voimassa
intake-state-withdrawn = Peruit hakemuksen
intake-next-draft = Vastaa kysymyksiin ja lähetä hakemus ennen hakuajan päättymistä.
intake-next-submitted = Saat pian tiedon, täyttyvätkö hakuehdot.
intake-next-eligible = Paikat jaetaan hakuajan päätyttyä. Saat viestin, kun päätös on tehty.
intake-next-ineligible = Et voi saada paikkaa tässä palvelussa. Syy on alla. Kysy koordinaattorilta, mikä muu palvelu voisi sopia sinulle.
intake-next-to-be-checked = Koordinaattori katsoo tietosi läpi ja kertoo tuloksen. Saat siitä viestin.
intake-next-selected = Saat pian paikkatarjouksen.
intake-next-on-reserve = Jos paikka vapautuu, tarjoamme sitä varasijajärjestyksessä. Saat silloin viestin.
intake-next-not-selected = Voit hakea uudelleen seuraavalla kierroksella.
intake-next-offered = Kerro, otatko paikan vastaan. Jos et vastaa ajoissa, paikka siirtyy seuraavalle.
intake-next-accepted = Valmentajasi ottaa sinuun yhteyttä ja ehdottaa ensimmäistä tapaamista.
intake-next-refused = Paikka on siirtynyt seuraavalle. Voit hakea uudelleen seuraavalla kierroksella.
intake-next-lapsed = Emme saaneet vastaustasi ajoissa, ja paikka on siirtynyt seuraavalle. Voit hakea uudelleen seuraavalla kierroksella.
intake-next-withdrawn = Hakemustasi ei enää käsitellä. Voit hakea uudelleen, kun haku on auki.
intake-look-title = Onko tieto väärä?
intake-look-lead = Voit pyytää, että ihminen katsoo hakemuksesi uudelleen.
intake-look-why = Kerro, miksi hakuehdot mielestäsi täyttyvät
intake-look-who = Tämän näkevät sinä ja koordinaattori.
intake-look-send = Pyydä tarkistusta
fault-intake-look = Kerro, mitä koordinaattorin pitäisi tietää.
intake-ticket-title = Arvonta
intake-ticket = Hakemuksesi arpanumero on { $ticket }.
intake-ticket-draw = Näin arvonta tehdään
intake-withdraw-title = Peru hakemus
intake-withdraw-lead = Hakemustasi ei sen jälkeen käsitellä. Sinun ei tarvitse kertoa syytä.
intake-withdraw = Peru hakemukseni
intake-offer-title = Paikkatarjous
intake-offer-by = Vastaa viimeistään { $day }
intake-offer-question = Otatko paikan vastaan?
intake-offer-visits = { $n ->
    [one] Valmennukseen kuuluu yksi käynti.
   *[other] Valmennukseen kuuluu enintään { $n } käyntiä.
}
intake-offer-told = Kun otat paikan vastaan, esihenkilösi saa tiedon siitä. Muuten hänelle ei kerrota.
intake-offer-accept = Otan paikan vastaan
intake-offer-refuse = En ota paikkaa vastaan
intake-offer-else = Jos et ota paikkaa, se tarjotaan seuraavalle. Sinun ei tarvitse kertoa syytä.
intake-offer-accepted = Olet ottanut paikan vastaan
intake-offer-refused = Et ottanut paikkaa vastaan
intake-offer-lapsed = Tarjouksen määräaika on päättynyt
intake-offer-withdrawn = Peruit hakemuksen
intake-offer-was = Tarjous oli voimassa { $day } asti.
intake-offer-own = Hakemuksesi sivulle
intake-stop-cannot = Hakemuksen tilanne on muuttunut, eikä tätä voi enää tehdä. Avaa hakemus uudelleen ja katso, missä mennään.
intake-stop-full = Paikkoja tai käyntejä ei ole tarpeeksi kaikille ehdotetuille. Mitään ei julkaistu. Siirrä osa varasijalle ja yritä uudelleen.
intake-stop-closed = Hakuaika ei ole käynnissä. Vastauksesi ovat tallessa.
intake-stop-sent = Hakemus on jo lähetetty, eikä vastauksia voi enää muuttaa.
done-intake-sent = Hakemus on lähetetty.
done-intake-withdrawn = Hakemus on peruttu.
done-intake-look = Pyyntö on lähetetty koordinaattorille.
done-intake-accepted = Otit paikan vastaan.
done-intake-refused = Ilmoitit, ettet ota paikkaa vastaan.
intake-letter-receipt = Hakemuksesi on saapunut
intake-letter-receipt-text = Hakemuksesi on saapunut. Katso tilanne kirjautumalla: { $link }
intake-letter-decision = Hakemuksestasi on päätös
intake-letter-decision-text = Hakemuksestasi on tehty päätös. Lue se kirjautumalla: { $link }
intake-letter-offer = Hakemuksestasi on päätös, johon tarvitaan vastauksesi
intake-letter-offer-text = Hakemuksestasi on tehty päätös. Lue se ja vastaa kirjautumalla: { $link }
intake-letter-lapsed = Hakemuksesi tilanne on muuttunut
intake-letter-lapsed-text = Määräaika vastata on päättynyt. Katso tilanne kirjautumalla: { $link }
intake-letter-checked = Hakemuksesi on tarkistettu
intake-letter-checked-text = Koordinaattori on tarkistanut hakemuksesi. Lue tulos kirjautumalla: { $link }
intake-letter-asked = Sinulta odotetaan kannanottoa
intake-letter-asked-text = Sinulta odotetaan kannanottoa. Avaa se kirjautumalla: { $link }
intake-letter-told = Sinulle on uusi tieto
intake-letter-told-text = Sinulle on uusi tieto. Lue se kirjautumalla: { $link }
intake-letter-changed = Hakukierroksen tiedot ovat muuttuneet
intake-letter-changed-text = Hakukierroksella on enemmän aikaa tai paikkoja. Sinun ei tarvitse tehdä mitään. Katso uudet tiedot: { $link }
intake-apply-questions-n = { $n ->
    [one] Yksi kysymys
   *[other] { $n } kysymystä
}
intake-menu = Hakemukset
intake-planner = Mitä teen nyt?
intake-planner-now = Nyt
intake-planner-now-n = { $n ->
    [one] Yksi asia odottaa sinua
   *[other] { $n } asiaa odottaa sinua
}
intake-planner-nothing = Mikään ei odota sinua juuri nyt
intake-planner-none = Kierroksia ei ole suunniteltuna eikä käynnissä
intake-planner-none-do = Aloita suunnittelemalla kierros. Muut näkevät sen vasta, kun avaat haun.
intake-planner-open = Haun piti alkaa { $day }
intake-planner-open-do = Avaa haku
intake-planner-check = { $n ->
    [one] Yksi hakemus odottaa tarkistusta
   *[other] { $n } hakemusta odottaa tarkistusta
}
intake-planner-check-do = Tarkista
intake-planner-close = Hakuaika päättyi { $day }
intake-planner-close-do = Siirry valintaan
intake-planner-propose = { $n ->
    [one] Yksi hakija odottaa ehdotusta
   *[other] { $n } hakijaa odottaa ehdotusta
}
intake-planner-propose-do = Ehdota paikkoja
intake-planner-publish = { $n ->
    [one] Yksi päätös odottaa julkaisemista
   *[other] { $n } päätöstä odottaa julkaisemista
}
intake-planner-publish-do = Tarkista ja julkaise
intake-planner-hand-on-do = Tarjoa paikka
intake-planner-fill = { $n ->
    [one] Yksi paikka on vapaana, eikä varasijalla ole ketään
   *[other] { $n } paikkaa on vapaana, eikä varasijalla ole ketään
}
intake-planner-fill-do = Lisää hakija
intake-planner-ahead = Tulossa
intake-planner-ahead-none = Päiviä ei ole tiedossa.
intake-planner-opens = Haku alkaa
intake-planner-closes = Viimeinen hakupäivä
intake-planner-offer-ends = { $n ->
    [one] Paikkatarjouksen viimeinen vastauspäivä
   *[other] Ensimmäisen viimeinen vastauspäivä, { $n } tarjousta avoinna
}
intake-planner-rounds = Kierrokset
intake-planner-free = { $n ->
    [one] yksi paikka vapaana
   *[other] { $n } paikkaa vapaana
}
intake-planner-reserve = { $n ->
    [one] varasijalla yksi
   *[other] varasijalla { $n }
}
intake-planner-offers = { $n ->
    [one] yksi tarjous avoinna
   *[other] { $n } tarjousta avoinna
}
intake-planner-line = Janat kulkevat { $from }–{ $to }. Pystyviiva on tämä päivä.
intake-planner-list = Kaikki hakemukset
intake-queue-lead = Tämä on työlista, ei tilasto. Nimiä ja tarkkoja tilanteita ei viedä raportteihin.
intake-queue-no-rounds = Hakukierroksia ei ole vielä avattu
intake-queue-no-rounds-do = Hakemukset näkyvät täällä, kun kierros avataan.
intake-queue-arrived = hakemusta
intake-queue-to-check = odottaa tarkistusta
intake-queue-places = paikkaa jäljellä, yhteensä { $n }
intake-queue-visits = käyntiä jäljellä, yhteensä { $n }
intake-queue-none = Näillä ehdoilla ei löytynyt hakemuksia
intake-queue-none-do = Poista jokin rajaus ja näytä lista uudelleen.
intake-filter = Rajaa listaa
intake-filter-on =
    { $n ->
        [one] Rajaa listaa (yksi rajaus käytössä)
       *[other] Rajaa listaa ({ $n } rajausta käytössä)
    }
intake-filter-round-show = Näytä kierros
intake-filter-off = Poista rajaukset
intake-filter-round = Kierros
intake-filter-state = Tilanne
intake-filter-area = Palvelualue
intake-filter-unit = Yksikkö
intake-filter-unit-typed = Yksikön koko nimi
intake-filter-title = Nimike
intake-filter-title-typed = Nimike kokonaan
intake-filter-education = Koulutus
intake-filter-name = Sukunimen alku
intake-filter-order = Järjestys
intake-filter-all = Kaikki
intake-filter-show = Näytä hakemukset
intake-order-name = Nimen mukaan
intake-order-arrival = Saapumisen mukaan
intake-education-secondary = Toinen aste
intake-education-higher = Korkeakoulu
intake-education-other = Muu tai ei tiedossa
intake-mark-submitted = Saapunut
intake-mark-eligible = Hakuehdot täyttyvät
intake-mark-ineligible = Hakuehdot eivät täyty
intake-mark-to-be-checked = Tarkistettava
intake-mark-selected = Valittu
intake-mark-on-reserve = Varasijalla
intake-mark-not-selected = Ei paikkaa tällä kierroksella
intake-mark-offered = Paikka tarjottu
intake-mark-accepted = Otti paikan vastaan
intake-mark-refused = Ei ottanut paikkaa vastaan
intake-mark-lapsed = Ei vastannut ajoissa
intake-mark-withdrawn = Perui hakemuksen
intake-proposal-select = Ehdotettu: valitaan
intake-proposal-reserve = Ehdotettu: varasijalle
intake-proposal-leave-out = Ehdotettu: ei paikkaa
intake-proposal-undo = Ehdotus perutaan
intake-support-waiting = Odottaa esihenkilön kannanottoa
intake-support-supported = Esihenkilö puoltaa
intake-support-not-supported = Esihenkilö ei puolla
intake-late-mark = Lisätty myöhässä
intake-bulk = Ehdota valituille
intake-bulk-reason = Perustelu
intake-bulk-by-hand = Perustelut
intake-bulk-by-hand-lead = Tällä kierroksella jokainen valitaan käsin. Kirjoita kunkin nimen alle, mihin ehdotuksesi perustuu. Perustelu jää hakemuksen tietoihin.
intake-bulk-shared-reason = Yhteinen perustelu
intake-bulk-shared = Käytä yhteistä perustelua niille valituille, joilla ei ole omaa
fault-intake-reason = Kirjoita perustelu tai valitse, että käytät yhteistä.
fault-intake-shared = Kirjoita yhteinen perustelu.
fault-intake-pick = Merkitse ensin ainakin yksi hakija.
intake-across-link = Ehdota kaikille, jotka ovat listan eri sivuilla
intake-across = Ehdota kaikille listan hakijoille
intake-across-lead = Ehdotus koskee kaikkia, jotka täyttävät listan rajaukset ja joille voi vielä ehdottaa, myös muilla sivuilla. Ehdotukset voi perua julkaisemiseen asti.
intake-across-n = { $n ->
    [one] Yksi hakija
   *[other] { $n } hakijaa
}
intake-across-changed = Lista on muuttunut sen jälkeen, kun avasit sivun. Mitään ei tallennettu. Tarkista määrä ja ehdota uudelleen.
intake-across-many = Hakijoita on liikaa kerralla ehdotettavaksi
intake-across-many-do = Rajaa listaa esimerkiksi palvelualueella, niin että hakijoita on enintään 2000.
intake-across-none = Kenellekään ei voi ehdottaa
intake-across-reason-hint = Sama perustelu tallentuu jokaiselle. Jos perustelut ovat erilaiset, kirjoita ne listalla.
intake-bulk-select = Ehdota valittavaksi
intake-bulk-reserve = Ehdota varasijalle
intake-bulk-leave-out = Ehdota, ettei paikkaa anneta
intake-bulk-undo = Peru ehdotus
intake-column-pick = Merkitse
intake-column-name = Nimi
intake-column-work = Työ
intake-column-state = Tilanne
intake-column-arrived = Saapui
intake-pick = Merkitse { $name }
intake-pages = Listan sivut
intake-pages-first = Alkuun
intake-decide-title = Valinta
intake-policy-first-come = Ehdota hakujärjestyksessä
intake-policy-priority = Ehdota pisteiden mukaan
intake-policy-lottery = Tee arvonta ja ehdota sen mukaan
intake-policy-manual = Tällä kierroksella jokainen valitaan käsin
intake-hand-on-lead = Paikka on vapaana, ja varasijalla on hakijoita.
intake-hand-on = Tarjoa paikka ensimmäiselle varasijalta
intake-to-decisions = Tarkista ja julkaise päätökset
intake-late = Lisää hakija myöhässä
intake-clash-title = Toinen koordinaattori ehti ensin
intake-clash-lead = Mitään lomakkeestasi ei tallennettu. Merkintäsi ja perustelusi ovat tallella alla. Katso uusi tilanne ja päätä sitten.
intake-clash-now = Tilanne nyt
intake-clash-mine = Sinä ehdotit
intake-decisions-title = Päätösten julkaiseminen
intake-decisions-lead = Ehdotukset voi perua julkaisemiseen asti. Julkaistaessa jokainen saa viestin omalla kielellään.
intake-decisions-none = Julkaistavaa ei ole
intake-decisions-none-do = Ehdota ensin hakijoita listalla.
intake-decisions-select = Paikka tarjotaan
intake-decisions-reserve = Varasijalle
intake-decisions-leave-out = Ei paikkaa tällä kierroksella
intake-decisions-places = Paikkoja jäljellä nyt
intake-decisions-visits = Käyntejä jäljellä nyt
intake-decisions-days = { $n ->
    [one] Tarjoukseen on vastattava huomisen kuluessa.
   *[other] Tarjoukseen on vastattava { $n } päivän kuluessa.
}
intake-decisions-publish = Julkaise päätökset
intake-stop-round = Kierros ei ole vaiheessa, jossa paikkoja jaetaan.
intake-stop-by-hand = Tällä kierroksella jokainen valitaan käsin ja perustellen.
intake-stop-unsealed = Arvonnalla ei ole sinettiä, joten sitä ei voi tehdä. Ota yhteyttä ylläpitoon.
intake-stop-draw-early = Arvonta tehdään vasta, kun hakuaika on päättynyt.
intake-draw-from = Arvonnan voi tehdä, kun hakuaika on päättynyt. Viimeinen hakupäivä on { $day }. Sinetti on julkaistu palvelun sivulla.
intake-draw-waiting = Osa hakemuksista odottaa vielä tarkistusta. Jos arvot nyt, myöhemmin hyväksytyt tulevat kaikkien arvottujen jälkeen.
done-intake-proposed = Ehdotukset on tallennettu. Niitä ei ole vielä julkaistu.
done-intake-published = Päätökset on julkaistu ja hakijoille lähetetty viesti.
done-intake-handed-on = Paikka tarjottiin ensimmäiselle varasijalta.
intake-file-who = Hakemuksen näkevät hakija ja kierroksen koordinaattorit. Jokainen avaaminen kirjataan, ja hakija näkee sen.
intake-file-work = Hakijan työ
intake-file-support = Esihenkilön kannanotto
intake-file-look = Hakija pyysi tarkistusta
intake-file-answer-by = Vastattava viimeistään
intake-file-log = Mitä on tapahtunut
intake-check-kicker = Tarkistus käsin
intake-check-question = Täyttyvätkö hakuehdot?
intake-check-reason = Perustelu hakijalle
intake-check-reason-hint = Hakija näkee tämän sellaisenaan.
intake-check-eligible = Hakuehdot täyttyvät
intake-check-ineligible = Hakuehdot eivät täyty
fault-intake-check = Kirjoita hakijalle, mihin tarkistus perustuu.
intake-rule-met = Täyttyy
intake-rule-not-met = Ei täyty
intake-rule-unknown = Tarkista käsin
intake-event-started = Hakemus aloitettiin
intake-event-submitted = Hakemus lähetettiin
intake-event-look-asked = Hakija pyysi tarkistusta
intake-event-checked = Hakemus tarkistettiin käsin
intake-event-supervisor-spoke = Esihenkilö otti kantaa
intake-event-decided = Päätös julkaistiin
intake-event-offered = Paikka tarjottiin
intake-event-accepted = Hakija otti paikan vastaan
intake-event-refused = Hakija ei ottanut paikkaa vastaan
intake-event-lapsed = Tarjouksen määräaika päättyi
intake-event-withdrawn = Hakija perui hakemuksen
done-intake-checked = Tarkistus on tallennettu ja hakijalle lähetetty viesti.
intake-waiting-menu = Odottaa sinua
intake-waiting-none = Mikään ei odota sinua nyt
intake-waiting-none-do = Saat viestin, kun sinulta kysytään jotain.
intake-waiting-asked = Odottaa kannanottoasi
intake-waiting-told = Tiedoksi sinulle
intake-waiting-answer = Ota kantaa
intake-waiting-who = Näet, kuka työntekijöistäsi on hakenut tai saanut paikan ja mihin palveluun, jos kierroksen ehdot antavat sinulle siinä osan. Vastauksia et näe.
intake-support-lead = Työntekijäsi on hakenut tähän palveluun.
intake-told-lead = Työntekijäsi on ottanut vastaan paikan tässä palvelussa.
intake-told-nothing = Sinun ei tarvitse tehdä mitään
intake-told-what = Jos tapaaminen on työaikana, saat tiedon sen ajasta. Valmennuksen sisällöstä sinulle ei kerrota.
intake-support-question = Puollatko hakemusta?
intake-support-words = Perustelu
intake-support-words-hint = Kirjoita perustelu, jos et puolla hakemusta. Älä kirjoita terveydestä.
intake-support-who = Tämän näkevät hakija ja koordinaattori.
intake-support-yes = Puollan hakemusta
intake-support-no = En puolla hakemusta
intake-support-nothing = Sinulta ei odoteta tässä mitään
fault-intake-support = Kerro, miksi et puolla hakemusta.
done-intake-support = Kannanottosi on tallennettu.
intake-draw-title = Näin arvonta tehdään
intake-draw-lead = Kuka tahansa voi tarkistaa, ettei tulosta ole valittu. Arpanumerot eivät kerro, kenen hakemus on.
intake-draw-seal = Sinetti
intake-draw-no-seal = Arvontaa ei ole sinetöity.
intake-draw-sealed = Sinetöity { $when }, kun haku avattiin
intake-draw-how = Vaiheet
intake-draw-how-seal = Kun haku avataan, ohjelma arpoo siemenluvun, jota kukaan ei näe, ja julkaisee sen tiivisteen eli sinetin. Siemenlukua ei voi sen jälkeen vaihtaa kenenkään huomaamatta.
intake-draw-how-ticket = Jokainen hakemus saa satunnaisen arpanumeron. Hakija näkee omansa hakemuksensa sivulla.
intake-draw-how-order = Kun hakuaika on päättynyt, siemenluku julkaistaan. Jokaiselle arpanumerolle lasketaan SHA-256-tiiviste merkkijonosta, jossa on siemenluku, kaksoispiste ja arpanumero. Pienin tiiviste on ensimmäinen.
intake-draw-how-kept = Lista ei muutu arvonnan jälkeen, vaikka joku peruisi hakemuksensa. Arvonnan jälkeen mukaan tulleet arvotaan keskenään ja tulevat muiden jälkeen.
intake-draw-seed = Siemenluku
intake-draw-no-seed = Julkaistaan, kun arvonta on tehty.
intake-draw-order = Arvottu järjestys { $when }
intake-draw-later = Myöhemmin mukaan tulleet, arvottu { $when }
intake-draw-check = Tarkista itse
intake-draw-check-lead = Kokeile ensin keksityillä luvuilla. Tarvitset tietokoneen, jossa on komento sha256sum.
intake-draw-check-seal = Tämä antaa sinetin:
intake-draw-check-lot = Sija { $place }:
intake-draw-check-own = Tee sitten sama tämän sivun siemenluvulla ja arpanumeroilla: ensimmäisen tuloksen pitää olla sama kuin sinetti ja muiden samat kuin listassa.
intake-draw-place = Sija
intake-draw-ticket = Arpanumero
intake-draw-lot = Tiiviste
intake-late-lead = Hakuehdot tarkistetaan samalla tavalla kuin muilta. Henkilö saa viestin ja voi perua hakemuksen.
intake-late-address = Henkilön työsähköposti
intake-late-reason = Miksi hakija lisätään myöhässä?
intake-late-reason-hint = Perustelu jää hakemuksen tietoihin.
intake-late-add = Lisää hakija
fault-intake-late-reason = Kirjoita perustelu.
fault-intake-late-address = Osoitteella ei löydy henkilöä henkilöstörekisteristä. Tarkista osoite.
intake-stop-there = Henkilöllä on jo hakemus tähän kierrokseen.
intake-stop-not-staff = Henkilöllä ei ole voimassa olevaa palvelussuhdetta.
done-intake-late = Hakija on lisätty.
intake-told-application = Hakemus
intake-told-state = Tila
intake-told-submitted-at = Lähetetty
intake-told-decided-at = Ratkaistu
intake-told-erased-at = Sisältö hävitetty
intake-told-unit = Yksikkö
intake-told-service-area = Palvelualue
intake-told-title = Tehtävänimike
intake-told-support-words = Esihenkilön kannanotto
intake-told-look-words = Pyyntösi uudesta tarkistuksesta
intake-told-check-words = Vastaus pyyntöösi
intake-told-reason = Päätöksen perustelu
intake-letter-invited = Sinulle on kutsu
intake-letter-invited-text = Hei! Sinulle on kutsu, johon toivotaan vastausta. Lue se ja vastaa täällä: { $link }
intake-event-named = Nimetty kierrokselle ja suostunut itse
intake-named = Nimeä osallistujia
intake-named-lead = Kutsut ihmiset kierrokselle ilman hakemusta. Jokainen päättää itse, osallistuuko.
intake-named-find = Etsi henkilöstöstä
intake-named-query = Sukunimen tai yksikön nimen alku
intake-named-search = Etsi
intake-named-found = Valitse kutsuttavat
intake-named-sees = Kutsuttu saa viestin, jossa ei ole sisältöä, ja lukee kutsun kirjauduttuaan. Kukaan muu ei saa tietoa kutsusta.
intake-named-invite = Kutsu valitut
intake-named-nobody = Ketään ei löytynyt. Kokeile sukunimen tai yksikön nimen alkua. Jo kutsuttuja ei näytetä uudelleen.
intake-named-shut = Kutsuja ei voi nyt lähettää
intake-named-shut-do = Kutsuja lähetetään, kun kierros on auki tai käynnissä.
intake-named-guests = Kutsutut
intake-named-free = { $n ->
    [one] Yksi paikka vapaana.
   *[other] { $n } paikkaa vapaana.
 }
intake-named-guests-none = Ketään ei ole vielä kutsuttu.
intake-named-until = vastaus { $day } mennessä
intake-named-invited = Kutsuttu
intake-named-accepted = Osallistuu
intake-named-not-there = Ei osallistu
intake-named-withdrawn = Kutsu peruttu
intake-named-withdraw = Peru kutsu
intake-named-not-there-means = Ei osallistu: kieltäytynyt tai jättänyt vastaamatta. Syytä ei kysytä, eikä samaa ihmistä kutsuta tälle kierrokselle uudelleen.
done-intake-named = Kutsut on lähetetty.
done-intake-named-withdrawn = Kutsu on peruttu, ja paikka on taas vapaa.
fault-intake-named-none = Valitse ainakin yksi kutsuttava.
fault-intake-named-there = { $name } on jo hakenut tälle kierrokselle tai saanut kutsun. Ketään ei vielä kutsuttu.
fault-intake-named-not-staff = { $name } ei ole nyt palvelussuhteessa. Ketään ei vielä kutsuttu.
fault-intake-named-audience = { $name } ei kuulu palvelun kohderyhmään. Ketään ei vielä kutsuttu.
fault-intake-named-full = Paikat loppuvat: { $name } ei enää mahdu. Ketään ei vielä kutsuttu.
intake-invitation = Kutsu
intake-invitation-is = Mistä on kyse
intake-invitation-is-text = Työnantajasi kutsuu sinut mukaan. Osallistuminen on vapaaehtoista, ja se tapahtuu työajalla, ellei palvelun sivulla lue muuta.
intake-invitation-visits = { $n ->
    [one] Saat yhden tapaamisen valmentajan kanssa.
   *[other] Saat { $n } tapaamista valmentajan kanssa.
 }
intake-invitation-service = Lue palvelusta lisää
intake-invitation-who = Kuka näkee mitä
intake-invitation-who-text = Koordinaattori näkee, osallistutko. Muuta hän ei näe vastauksestasi.
intake-invitation-told = Jos osallistut, esihenkilösi saa tiedon paikasta. Kieltäytymisestä hän ei saa tietoa.
intake-invitation-question = Haluatko osallistua?
intake-invitation-free = Voit kieltäytyä kertomatta syytä. Siitä ei seuraa mitään eikä siitä kerrota kenellekään: koordinaattori näkee vain ”Ei osallistu”, saman kuin jos et vastaa.
intake-invitation-consent = Osallistun omasta tahdostani ja tiedän, kuka näkee mitä
intake-invitation-consent-hint = Voit perua osallistumisesi milloin tahansa.
intake-invitation-accept = Osallistun
intake-invitation-decline = En osallistu
intake-invitation-waits = Sinut on kutsuttu mukaan. Vastaa viimeistään { $day }.
intake-invitation-open = Avaa kutsu
intake-invitation-path = Siirry omalle polullesi
intake-invitation-state-invited = Kutsu odottaa vastaustasi
intake-invitation-state-accepted = Olet mukana
intake-invitation-state-declined = Et osallistu
intake-invitation-state-lapsed = Vastausaika on päättynyt
intake-invitation-state-withdrawn = Kutsu on peruttu
intake-invitation-then-accepted = Valmennuksesi avautuu omalle polullesi hetken kuluttua. Saat siitä viestin.
intake-invitation-then-declined = Kiitos vastauksesta. Sinun ei tarvitse tehdä mitään.
intake-invitation-then-lapsed = Et osallistu tälle kierrokselle. Sinun ei tarvitse tehdä mitään.
intake-invitation-then-withdrawn = Koordinaattori perui kutsun. Kysy häneltä, jos asia jäi epäselväksi.
intake-invitation-invited-at = Kutsuttu
done-intake-invitation-accepted = Kiitos, olet mukana.
done-intake-invitation-declined = Vastauksesi on tallennettu.
fault-intake-invitation-consent = Merkitse, että osallistut omasta tahdostasi. Muuten paina ”En osallistu”.
