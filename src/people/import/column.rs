//! The columns an import asks for, known by their headers in Finnish, Swedish or English.
use crate::codes;

codes! {
    /// A column that is asked for. Everything else in a file is left out.
    pub enum Column {
        Number = "number",
        FirstName = "first_name",
        LastName = "last_name",
        Address = "address",
        Phone = "phone",
        Unit = "unit",
        Parent = "parent",
        Area = "area",
        Title = "title",
        Education = "education",
        Position = "position",
        ClientWork = "client_work",
        Starts = "starts",
        Ends = "ends",
        /// The employee number of the one who leads the person's unit.
        Supervisor = "supervisor",
        /// Whether the person leads the own unit.
        Leads = "leads",
        RosterDay = "roster_day",
    }
}

impl Column {
    /// The columns without which nobody can be registered.
    pub const REQUIRED: [Column; 6] =
        [Column::Number, Column::LastName, Column::FirstName, Column::Unit, Column::Title, Column::Starts];

    /// The column a header means, whatever its capitals, spaces and marks.
    pub fn of(header: &str) -> Option<Column> {
        let header = plain(header);
        HEADERS.iter().find(|(_, names)| names.split(' ').any(|name| name == header)).map(|(column, _)| *column)
    }

    /// The longest value, in characters.
    pub fn longest(self) -> usize {
        match self {
            Column::Number | Column::Phone | Column::Supervisor => 40,
            Column::FirstName | Column::LastName => 100,
            _ => 200,
        }
    }

    /// The key of the column's name.
    pub fn label(self) -> String {
        format!("people-column-{}", self.code().replace('_', "-"))
    }
}

/// Letters and digits alone, small.
pub fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The headers as [`plain`] leaves them.
const HEADERS: &[(Column, &str)] = &[
    (
        Column::Number,
        "numero nummer number henkilönumero henkilönro hlönro hlönumero hlnro henkilöstönumero työntekijänumero työntekijänro palkkanumero \
         työntekijätunnus personalnummer personalnr anställningsnummer anställningsnr arbetstagarnummer employeenumber \
         employeeno employeeid staffnumber staffid personnelnumber",
    ),
    (
        Column::FirstName,
        "etunimi etunimet kutsumanimi förnamn förnamnet tilltalsnamn firstname firstnames givenname forename",
    ),
    (Column::LastName, "sukunimi efternamn släktnamn lastname surname familyname"),
    (
        Column::Address,
        "työsähköposti työsähköpostiosoite sähköposti sähköpostiosoite työosoite email epost arbetsepost epostadress \
         arbetsepostadress workemail workemailaddress emailaddress workaddress mail",
    ),
    (
        Column::Phone,
        "työpuhelin työpuhelinnumero puhelin puhelinnumero puh matkapuhelin telefon arbetstelefon telefonnummer \
         tjänstetelefon mobiltelefon phone workphone phonenumber workphonenumber mobile",
    ),
    (
        Column::Unit,
        "yksikkö työyksikkö yksikönnimi osasto toimipiste enhet arbetsenhet enhetensnamn avdelning unit workunit unitname department",
    ),
    (
        Column::Parent,
        "yläyksikkö ylempiyksikkö emoyksikkö yliyksikkö tulosyksikkö överordnadenhet huvudenhet moderenhet parentunit parent \
         upperunit",
    ),
    (
        Column::Area,
        "palvelualue toimiala tulosalue vastuualue serviceområde tjänsteområde sektor resultatområde servicearea area sector division",
    ),
    (
        Column::Title,
        "nimike ammattinimike tehtävänimike virkanimike työnimike benämning yrkesbenämning yrkestitel tjänstebenämning titel title jobtitle",
    ),
    (
        Column::Education,
        "koulutus koulutusaste koulutustaso tutkinto utbildning utbildningsnivå utbildningsgrad examen education educationlevel \
         levelofeducation",
    ),
    (
        Column::Position,
        "asema tehtäväryhmä henkilöstöryhmä rooli ställning position personalgrupp roll staffgroup role",
    ),
    (
        Column::ClientWork,
        "asiakastyö potilastyö asiakasjapotilastyö asiakastaipotilastyö asiakastyössä klientarbete patientarbete \
         klientochpatientarbete klientellerpatientarbete kundarbete clientwork patientwork clientorpatientwork clientandpatientwork",
    ),
    (
        Column::Starts,
        "alkaa alkupvm alkupäivä alkamispäivä aloituspäivä palvelussuhdealkaa palvelussuhteenalku palvelussuhteenalkupäivä \
         palvelussuhteenalkamispäivä börjar börjardatum startdatum begynnelsedatum anställningenbörjar anställningsdatum \
         anställningsförhållandetbörjar startdate starts start startson",
    ),
    (
        Column::Ends,
        "päättyy loppupvm loppupäivä päättymispäivä päättymispvm palvelussuhdepäättyy palvelussuhteenloppu \
         palvelussuhteenpäättymispäivä slutar slutdatum upphör anställningenupphör anställningenslutar \
         anställningsförhållandetupphör enddate ends end endson",
    ),
    (
        Column::Supervisor,
        "esihenkilönhenkilönumero esihenkilönnumero esihenkilönhenkilönro esimiehenhenkilönumero esimiehennumero \
         esihenkilönnro chefenspersonalnummer chefensanställningsnummer chefensnummer supervisorsemployeenumber \
         supervisoremployeenumber supervisornumber supervisorsnumber managersemployeenumber managernumber managerid supervisorid",
    ),
    (
        Column::Leads,
        "yksikönesihenkilö onesihenkilö esihenkilö esimies johtaayksikköä chefförenheten enhetenschef enhetschef ärchef \
         unitsupervisor issupervisor supervisor leadsunit",
    ),
    (
        Column::RosterDay,
        "työvuorolistasulkeutuu listasulkeutuu työvuorosuunnittelusulkeutuu listansulkeutumispäivä työvuorolistansulkeutumispäivä \
         listasulkeutuupäivä arbetsskiftslistanstängs listanstängs skiftlistanstängs arbetslistanstängs rostercloses \
         rosterclosingday rosterclosesday rosterday",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_in_three_languages_whatever_its_capitals_and_spaces() {
        for (header, column) in [
            ("Henkilönumero", Column::Number),
            (" HENKILÖ NRO ", Column::Number),
            ("Personalnummer", Column::Number),
            ("E-post", Column::Address),
            ("Asiakas- ja potilastyö", Column::ClientWork),
            ("Palvelussuhteen alkamispäivä", Column::Starts),
            ("Supervisor's employee number", Column::Supervisor),
            ("Utbildningsnivå", Column::Education),
        ] {
            assert_eq!(Column::of(header), Some(column), "{header}");
        }
    }

    #[test]
    fn a_personal_identity_code_is_asked_for_in_no_language() {
        for header in
            ["Henkilötunnus", "HETU", "Sotu", "Personbeteckning", "Personnummer", "SSN", "Personal identity code", ""]
        {
            assert_eq!(Column::of(header), None, "{header}");
        }
    }

    #[test]
    fn no_header_means_two_columns() {
        let all: Vec<&str> = HEADERS.iter().flat_map(|(_, names)| names.split_whitespace()).collect();
        for name in &all {
            assert_eq!(all.iter().filter(|other| *other == name).count(), 1, "{name}");
            assert_eq!(plain(name), *name);
        }
        assert_eq!(HEADERS.len(), Column::ALL.len());
    }
}
