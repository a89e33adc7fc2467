agreements-title = Sovittu yhdessä
agreements-and = { $one } ja { $other }
agreements-lead = Tähän kirjataan, mitä sinä, { $names } sovitte valmennuksesta.
agreements-lead-two = Tähän kirjataan, mitä sinä ja { $name } sovitte valmennuksesta.
agreements-lead-alone = Mitä valmennuksesta on sovittu.
agreements-lead-none = Täällä ei ole vielä mitään luettavaa. Näet sovitut asiat, kun osallistuja on vahvistanut ne.
agreements-next = Seuraavaksi
agreements-next-title = Vahvista, mitä on sovittu
agreements-aims = Mihin valmennuksella pyritään
agreements-aims-hint = Kirjatkaa omin sanoin. Muutama lause riittää.
agreements-timetable = Aikataulu
agreements-timetable-hint = Esimerkiksi kuinka usein tavataan ja milloin jutellaan seuraavan kerran yhdessä.
agreements-ends-on = Mihin mennessä?
agreements-ends-on-hint = Esimerkiksi 31.1.2027. Voi jättää tyhjäksi.
agreements-ends = Viimeistään { $day }
agreements-form-title = Mitä sovimme
agreements-share-question = Mitä esihenkilö saa nähdä?
agreements-share-hint = Merkitkää, mistä puhuitte. Mitään ei näytetä ennen kuin osallistuja on vahvistanut sen.
agreements-share-aims = Mihin valmennuksella pyritään
agreements-share-timetable = Aikataulu
agreements-share-goals = Tavoitteet
agreements-share-ratings = Arviot tavoitteista
agreements-share-actions = Sovitut toimenpiteet
agreements-who = Tämän näkevät { $name } ja valmentaja. Esihenkilö näkee vain sen, minkä { $name } vahvistaa jaettavaksi.
agreements-who-own = Tämän näette sinä ja valmentaja. Esihenkilö näkee vain sen, minkä sinä vahvistat jaettavaksi.
agreements-note = Tallenna sovittu
agreements-change = Muuta sovittua
agreements-kept-aims = Valmennuksen päämäärää ei näytetä tällä näytöllä, koska sitä ei ole jaettu. Se pysyy ennallaan.
agreements-kept-timetable = Aikataulua ei näytetä tällä näytöllä, koska sitä ei ole jaettu. Se pysyy ennallaan.
agreements-screen-room = Avaa kokoushuoneen näytölle
agreements-screen-own = Takaisin omaan näkymään
agreements-earlier = Aiemmin sovittua
agreements-version = Versio { $n }
agreements-noted-on = Kirjattu { $day }
agreements-stage-noted = Odottaa osallistujan vahvistusta
agreements-stage-confirmed = Odottaa allekirjoituksia
agreements-stage-in-force = Voimassa
agreements-stage-replaced = Korvattu uudemmalla
agreements-shared = Jaettu esihenkilölle
agreements-to-share = Ehdotettu jaettavaksi esihenkilölle
agreements-nothing-shared = Mitään ei jaeta.
agreements-party-participant = Osallistuja
agreements-party-supervisor = Esihenkilö
agreements-party-coach = Valmentaja
agreements-party-confirmed = { $name } vahvisti { $day }
agreements-party-waits = { $name }
agreements-party-signed = { $name } allekirjoitti { $day }
agreements-party-signs = { $name }
agreements-tag-done = Valmis
agreements-tag-waits = Odottaa
agreements-erased = Valmennuksen tekstit on poistettu. Niitä ei voi enää lukea.
agreements-to-goals = Tavoitteet
agreements-to-actions = Sovitut toimenpiteet
agreements-prepare-title = Valmistaudu yhteiseen keskusteluun
agreements-prepare-lead = Kirjoita ajatuksiasi ennen keskustelua. Kaikkeen ei tarvitse vastata.
agreements-prepare-link = Oma valmistautumisesi
agreements-hint-participant-1 = Mitä haluat valmennukselta?
agreements-hint-participant-2 = Mikä työssäsi toimii, mitä haluat muuttaa?
agreements-hint-participant-3 = Mistä haluat puhua yhdessä, mistä et?
agreements-hint-supervisor-1 = Mitä toivot valmennukselta?
agreements-hint-supervisor-2 = Missä osallistuja on vahvoilla?
agreements-hint-supervisor-3 = Mitä voit itse tehdä tai mahdollistaa?
agreements-hint-coach-1 = Mistä keskustelussa on tärkeää puhua?
agreements-hint-coach-2 = Mistä jokaisen on hyvä päästä sanomaan mielipiteensä?
agreements-hint-coach-3 = Mitä pitää sopia ennen kuin lähdetään?
agreements-thoughts = Omat ajatukset
agreements-thoughts-of = { $name } ajattelee näin
agreements-saved-at = Tallennettu { $when }
agreements-own = Tämän näet vain sinä, kunnes jaat sen itse.
agreements-share-who = Jos jaat, tämän näkevät { $names }. Voit ottaa sen takaisin.
agreements-shared-with = Tämän näkevät nyt { $names }.
agreements-save-own = Tallenna itselleni
agreements-save-shared = Tallenna muutokset
agreements-share = Jaa muille keskustelua varten
agreements-take-back = Ota takaisin
agreements-to-joint = Siirry sivulle Sovittu yhdessä
agreements-clash = Tekstiä on muutettu sillä välin
agreements-clash-text = Alla on ensin tallennettu teksti ja sitten sinun tekstisi. Yhdistä ne ja tallenna uudelleen.
agreements-clash-theirs = Tallennettu teksti
agreements-confirm-title = Vahvista, mitä olette sopineet
agreements-confirm-lead = Lue rauhassa. Sinä päätät, mitä esihenkilösi näkee. Voit muuttaa mieltäsi myöhemmin.
agreements-confirm-over = Tässä ei ole nyt mitään vahvistettavaa.
agreements-confirm-share = Mitä { $name } saa nähdä?
agreements-confirm-share-hint = Rastita, mitä haluat jakaa. Muu jää sinun ja valmentajan välille.
agreements-confirm-who = { $name } näkee rastitut asiat heti, kun vahvistat. Muuta hän ei näe.
agreements-confirm-own = Vahvista sovittu
agreements-confirm-seen = Vahvista näin
agreements-no-supervisor = Esihenkilöäsi ei ole vielä nimetty, joten mitään ei jaeta. Kun hänet nimetään, kysymme sinulta ensin.
agreements-tap-lead = Lue, mitä kirjattiin. Yksi painallus riittää.
agreements-tap = Vahvistan, että näin sovittiin
agreements-preview-link = Näin { $name } näkee tämän
agreements-preview-lead = Sivu näytetään täsmälleen niin kuin esihenkilö sen näkee.
agreements-preview-try = Mitä jaettaisiin?
agreements-preview-show = Näytä, miltä se näyttää
agreements-sign-title = Allekirjoita sovittu
agreements-sign-lead = Jokainen allekirjoittaa kirjoittamalla nimensä. Sivun voi myös tulostaa.
agreements-sign-not-yet = Allekirjoittaminen alkaa, kun osallistuja on vahvistanut, mitä jaetaan.
agreements-signatures = Allekirjoitukset
agreements-not-signed = Ei vielä allekirjoitettu
agreements-sign-name = Nimesi
agreements-sign-sure = Olen lukenut sovitun ja hyväksyn sen.
agreements-sign = Allekirjoita sovittu
agreements-link-title = Vahvistus
agreements-link-lead = Vahvista, että yhdessä sovittu on kirjattu oikein. Nimiä ei näytetä tässä.
agreements-link-thanks = Kiitos
agreements-link-over = Vahvistus on kirjattu, tai linkki ei ole enää voimassa. Voit sulkea sivun.
agreements-stuck-title = Jokin odottaa
agreements-stuck-lead = Näissä valmennuksissa yhdessä sovittu on odottanut vahvistusta yli viikon. Valmennus jatkuu silti. Osapuolia on muistutettu. Voit kysyä valmentajalta, tarvitaanko apua.
agreements-stuck-none = Mikään ei odota
agreements-stuck-none-text = Rivi tulee tähän, kun vahvistus on puuttunut yli viikon.
agreements-stuck-days =
    { $n ->
        [one] Odottanut { $n } päivän
       *[other] Odottanut { $n } päivää
    }
agreements-stuck-who = Näet vain, että jokin odottaa. Et näe, kenen vahvistus puuttuu, et syytä etkä sisältöä.
agreements-wait-prepare = Valmistaudu yhteiseen keskusteluun
agreements-wait-prepare-text = Kirjoita ajatuksiasi ylös. Ne näet vain sinä, kunnes jaat ne. Aikaa menee noin 10 minuuttia.
agreements-wait-note = Kirjaa, mitä sovitte
agreements-wait-note-text = Kirjatkaa yhdessä, mitä sovitte.
agreements-wait-confirm = Vahvista, mitä olette sopineet
agreements-wait-confirm-text = Sinä päätät, mitä esihenkilösi näkee. Mitään ei näytetä ennen sitä.
agreements-wait-sign = Allekirjoita, mitä olette sopineet
agreements-wait-sign-text = Kaikki kolme allekirjoittavat.
agreements-verb-prepare = Valmistaudu
agreements-verb-note = Kirjaa
agreements-verb-confirm = Vahvista
agreements-verb-sign = Allekirjoita
agreements-mail-subject = Sinulle on vahvistettavaa
agreements-mail-confirm =
    Hei!

    Yhdessä sovittu on kirjattu. Lue se ja vahvista, jos se on oikein. Mitään ei näytetä muille ennen sitä.

    Avaa ja kirjaudu sisään:
    { $page }
agreements-mail-confirm-again =
    Hei!

    Yhdessä sovittu odottaa vielä sinua. Voit vahvistaa sen tai muuttaa sitä silloin, kun sinulle sopii.

    Avaa ja kirjaudu sisään:
    { $page }
agreements-mail-tap =
    Hei!

    Yhdessä sovittu odottaa vahvistustasi. Voit lukea sen ensin, kun kirjaudut sisään:
    { $page }

    Vahvista yhdellä painalluksella ilman kirjautumista:
    { $link }

    Linkki on voimassa kaksi viikkoa, ja sitä voi käyttää kerran.
agreements-mail-tap-again =
    Hei!

    Yhdessä sovittu odottaa vielä vahvistustasi. Vahvistaminen vie hetken:
    { $link }

    Voit lukea sen ensin, kun kirjaudut sisään:
    { $page }
agreements-mail-sign =
    Hei!

    Yhdessä sovittu odottaa allekirjoitustasi. Avaa ja kirjaudu sisään:
    { $page }
agreements-mail-sign-again =
    Hei!

    Yhdessä sovittu odottaa vielä allekirjoitustasi. Se vie hetken. Avaa ja kirjaudu sisään:
    { $page }
agreements-told-preparation = Ajatuksesi ennen yhteistä keskustelua
agreements-told-day = Päivä
agreements-told-words = Teksti
agreements-told-shares = Jaettu esihenkilölle
agreements-told-participant = Sinä vahvistit
agreements-told-supervisor = Esihenkilö vahvisti
agreements-told-coach = Valmentaja vahvisti
fault-agreements-aims = Kirjoita, mihin valmennuksella pyritään.
fault-agreements-thoughts = Kirjoita ensin jotakin, minkä jaat.
fault-agreements-name = Kirjoita nimesi.
fault-agreements-sure = Merkitse, että olet lukenut sovitun.
conflict-agreements-over = Tässä ei ole enää mitään vahvistettavaa.
conflict-agreements-erased = Valmennuksen tekstit on poistettu.
done-agreements-noted = Sovittu on tallennettu.
done-agreements-confirmed = Kiitos, vahvistuksesi on kirjattu.
done-agreements-signed = Kiitos, allekirjoituksesi on kirjattu.
done-agreements-saved = Ajatuksesi on tallennettu.
done-agreements-shared = Ajatuksesi on jaettu.
done-agreements-kept = Ajatuksesi näet nyt vain sinä.
agreements-add-goals = Kirjaa samalla tavoitteita
agreements-add-goals-hint = Tyhjät kohdat jäävät pois. Tavoitteet vahvistetaan vielä omalla sivullaan, jos osallistuja ei tallenna itse.
agreements-goal-n = Tavoite { $n }
agreements-add-actions = Kirjaa samalla sovittuja toimenpiteitä
agreements-add-actions-hint = Yhdessä kirjattu toimenpide on heti sovittu. Tyhjät kohdat jäävät pois.
agreements-action-n = Toimenpide { $n }
agreements-pdf-link = Tallenna PDF-tiedostona, versio { $n }
agreements-pdf-file = sovittu-yhdessa
agreements-pdf-version = Versio
agreements-pdf-state = Tila
agreements-pdf-noted = Kirjattu
agreements-pdf-confirmations = Vahvistukset
agreements-pdf-party = Osapuoli
agreements-pdf-name = Nimi
agreements-pdf-confirmed = Vahvisti
agreements-pdf-signed = Allekirjoitti sähköisesti
agreements-pdf-pen = { $name }, { $role }
agreements-pdf-place = Paikka ja päivä
