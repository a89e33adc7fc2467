fault-forms-short = Skriv kortare: högst 300 tecken.
fault-forms-choose-some = Välj minst ett alternativ.
fault-forms-scale = Välj en siffra på skalan.
fault-forms-place = Välj platserna i listan.
fault-forms-same-place = Två punkter har fått samma plats. Ge varje plats bara en gång.
fault-forms-rank = Ge åtminstone den viktigaste punkten plats 1.
fault-forms-consent = Kryssa i rutan för att godkänna detta.
