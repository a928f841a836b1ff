//! A group of texts: the struct, the list that it travels as, and its templates for the tests.

/// Defines a group. Each field has a doc comment that says where the text is shown.
macro_rules! group {
    ($(#[$about:meta])* $name:ident { $($(#[$shown:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name {
            $($(#[$shown])* pub $field: $type,)+
        }

        impl $name {
            /// The texts in the order of their fields, without the names: what an application fetches.
            pub fn to_json(&self) -> String {
                let mut out = domain::json::Writer::default();
                out.open('[');
                $($crate::form::Said::put(&self.$field, &mut out);)+
                out.close(']');
                out.finish()
            }

            /// No text at all: what an application has before its texts arrived.
            pub const SILENT: Self = Self { $($field: <$type as $crate::form::Said>::SILENT),+ };

            /// The texts of such a list; none where it is not the whole list of this version. They stay in memory for good.
            pub fn from_json(text: String) -> Option<Self> {
                let mut list = $crate::form::List::of(domain::json::Value::parse(text.leak()));
                let own = Self { $($field: $crate::form::Said::take(&mut list)),+ };
                list.is_read().then_some(own)
            }

            /// Every template, with the name of its field and the plural that it is for.
            pub fn templates(&self) -> Vec<(&'static str, Option<$crate::Category>, $crate::Text)> {
                let mut all = Vec::new();
                $(
                    let own = $crate::form::Said::templates(&self.$field);
                    all.extend(own.into_iter().map(|(category, text)| (stringify!($field), category, text)));
                )+
                all
            }
        }

        $crate::group::languages! { $name }
    };
}

/// The six languages of a group, each a file beside it.
macro_rules! languages {
    ($name:ident) => {
        mod ar;
        mod en;
        mod es;
        mod fr;
        mod ru;
        mod zh;

        impl $name {
            /// The texts in English, which views are tested with.
            pub const ENGLISH: &'static Self = &en::TEXTS;

            /// The texts in a language.
            pub fn of(language: domain::language::Language) -> &'static Self {
                use domain::language::Language;
                match language {
                    Language::Arabic => &ar::TEXTS,
                    Language::Chinese => &zh::TEXTS,
                    Language::English => &en::TEXTS,
                    Language::French => &fr::TEXTS,
                    Language::Russian => &ru::TEXTS,
                    Language::Spanish => &es::TEXTS,
                }
            }
        }
    };
}

pub(crate) use {group, languages};
