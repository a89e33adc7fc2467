//! A form as a browser holds it: its fields with what stands in them, to be changed and sent.
use super::{attribute, unescape};

/// What kind of field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Hidden,
    /// One line or many.
    Words,
    /// One of the options.
    Radio,
    /// Any of the options.
    Box,
    /// One of the options.
    Select,
    File,
}

/// The fields of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub kind: FieldKind,
    /// The values that can be chosen.
    pub options: Vec<String>,
    /// What is sent for it.
    pub values: Vec<String>,
}

/// A form of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub action: String,
    pub fields: Vec<Field>,
}

impl Form {
    /// The forms of a page, in order.
    pub fn all_of(html: &str) -> Vec<Form> {
        html.split("<form").skip(1).filter_map(|form| Form::read(form.split("</form>").next()?)).collect()
    }

    fn read(html: &str) -> Option<Form> {
        let (head, body) = html.split_once('>')?;
        let action = unescape(&attribute(head, "action")?);
        let mut form = Form { action, fields: Vec::new() };
        let mut select = String::new();
        for piece in body.split('<').skip(1) {
            let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
            let of = |name: &str| attribute(tag, name).map(|words| unescape(&words));
            let value = of("value").unwrap_or_default();
            match tag.split_whitespace().next().unwrap_or_default() {
                "input" => form.input(&of("name").unwrap_or_default(), &of("type").unwrap_or_default(), (value, tag)),
                "textarea" => {
                    let words = unescape(after.strip_prefix('\n').unwrap_or(after));
                    form.field(&of("name").unwrap_or_default(), FieldKind::Words).values = vec![words];
                }
                "select" => select = of("name").unwrap_or_default(),
                "option" => {
                    let field = form.field(&select, FieldKind::Select);
                    if field.options.is_empty() || has(tag, "selected") {
                        field.values = vec![value.clone()];
                    }
                    field.options.push(value);
                }
                _ => {}
            }
        }
        form.fields.retain(|field| !field.name.is_empty());
        Some(form)
    }

    fn input(&mut self, name: &str, kind: &str, (value, tag): (String, &str)) {
        let kind = match kind {
            "hidden" => FieldKind::Hidden,
            "radio" => FieldKind::Radio,
            "checkbox" => FieldKind::Box,
            "file" => FieldKind::File,
            "submit" | "button" => return,
            _ => FieldKind::Words,
        };
        let field = self.field(name, kind);
        match kind {
            FieldKind::Radio | FieldKind::Box => {
                if has(tag, "checked") {
                    field.values.push(value.clone());
                }
                field.options.push(value);
            }
            FieldKind::File => {}
            _ => field.values = vec![value],
        }
    }

    fn field(&mut self, name: &str, kind: FieldKind) -> &mut Field {
        let place = self.fields.iter().position(|field| field.name == name).unwrap_or_else(|| {
            let (options, values) = (Vec::new(), Vec::new());
            self.fields.push(Field { name: name.to_owned(), kind, options, values });
            self.fields.len() - 1
        });
        &mut self.fields[place]
    }

    /// Whether there is a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Writes or chooses; a field that is not there is added, like the value of a button.
    pub fn set(&mut self, name: &str, value: &str) {
        self.field(name, FieldKind::Words).values = vec![value.to_owned()];
    }

    /// What a browser sends.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let pairs = self.fields.iter().filter(|field| field.kind != FieldKind::File);
        pairs.flat_map(|field| field.values.iter().map(|value| (field.name.clone(), value.clone()))).collect()
    }
}

fn has(tag: &str, word: &str) -> bool {
    tag.split_whitespace().any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<p>x</p><form method="post" action="/a?b&#38;c"><input type="hidden" name="_once" value="1&#38;2">
        <input id="f-n" name="n" type="text" value="Aino"><textarea name="t" rows="5">
one &#60; two</textarea><label><input type="radio" name="r" value="0" id="x"></label><input type="radio" name="r" value="1" checked>
        <select id="s" name="s"><option value="">–</option><option value="2" selected>2</option></select>
        <input type="checkbox" name="c" value="yes"><button name="go" value="x">Go</button></form><form action="/b"></form>"#;

    #[test]
    fn a_form_is_sent_as_a_browser_would() {
        let forms = Form::all_of(PAGE);
        assert_eq!((forms.len(), forms[0].action.as_str()), (2, "/a?b&c"));
        let sent: Vec<String> = forms[0].pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(sent, ["_once=1&2", "n=Aino", "t=one < two", "r=1", "s=2"]);
    }

    #[test]
    fn fields_are_changed_by_name() {
        let mut form = Form::all_of(PAGE).remove(0);
        form.set("c", "yes");
        form.set("r", "0");
        form.set("go", "x");
        let sent: Vec<String> = form.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(sent, ["_once=1&2", "n=Aino", "t=one < two", "r=0", "s=2", "c=yes", "go=x"]);
        assert_eq!(form.fields[3].options, ["0", "1"]);
        assert!(form.has("t") && !form.has("x"));
    }
}
