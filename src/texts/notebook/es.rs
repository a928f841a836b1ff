//! Spanish.

use super::Notebook;

/// The texts in Spanish.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Todavía no hay nada guardado.",
    stored: "En este dispositivo",
    stored_answers: "Respuestas",
    stored_attempts: "Intentos",
    stored_lessons: "Lecciones leídas",
    stored_since: "Desde",
    persisted: "Este navegador ha prometido conservarlas hasta que usted las borre.",
    not_persisted: "Este navegador no ha prometido conservarlas: puede borrarlas si falta espacio.",
    persists_unknown: "Este navegador no dice cuánto tiempo las conserva.",
    ask_to_persist: "Pedir al navegador que las conserve",
    persist_refused: "El navegador no ha accedido. Suele hacerlo cuando el sitio está instalado o se visita a menudo.",
    safari: "Safari borra todo lo que un sitio ha guardado si usted no lo visita durante siete días, salvo que lo haya añadido \
             a la pantalla de inicio o al Dock. Una copia de seguridad le protege de ello.",
    backup: "Copia de seguridad",
    backup_lead: "Una copia de seguridad es un único archivo con todo lo que ha respondido aquí. Guárdelo donde pueda volver a \
                  encontrarlo.",
    backup_last: "Última copia de seguridad: {date}",
    backup_none: "Todavía no hay ninguna copia de seguridad.",
    remind: "Recordarme las copias de seguridad",
    remind_when: "Después de 20 respuestas, y más adelante cuando la última copia tenga más de 14 días.",
    restore: "Recuperar",
    restore_lead: "Elija archivos de copia de seguridad de este dispositivo o de otros, tantos como quiera y en cualquier \
                   orden. Lo que contengan de más se añade; nada de lo que hay aquí se pierde.",
    restore_files: "Archivos de copia de seguridad",
    restored_new: "Añadidas: {count}",
    restored_known: "Ya estaban: {count}",
    restored_too_new: "Escritas por una versión posterior y conservadas tal cual: {count}",
    restored_disputed: "Distintas de lo que había aquí, ambas conservadas: {count}",
    restored_unwritten: "No guardadas por falta de espacio: {count}",
    restored_damaged: "Dañadas: {count}",
    damage: "Entrada {number}: {why}",
    damage_not_an_entry: "no es una entrada",
    damage_too_long: "es más larga que cualquier entrada y se ha omitido",
    damage_unreadable: "no se puede leer y se ha apartado",
    restored_cut: "El archivo está cortado. Solo se ha tomado lo que está completo.",
    refused_too_large: "El archivo es mayor que cualquier copia de seguridad. No se ha tomado nada de él.",
    refused_not_a_backup: "Este archivo no es una copia de seguridad de Plenary. No se ha tomado nada de él.",
    refused_too_new: "El archivo procede de una versión posterior de Plenary. Vuelva a cargar la página para obtener esa \
                      versión. No se ha tomado nada de él.",
    refused_unreadable: "El navegador no ha podido leer el archivo.",
    aside: "Apartado",
    aside_lead: "Textos guardados que no se han podido leer: {count}. Están en cada copia de seguridad, y puede guardarlos por \
                 separado.",
    aside_save: "Guardarlos en un archivo",
    delete: "Borrar",
    delete_lead: "Esto borra todo lo que Plenary ha guardado en este navegador: respuestas, progreso, ajustes y lo que se \
                  conservó para usar sin conexión.",
    delete_ask: "Borrar mis datos…",
    delete_sure: "¿Borrar todo para siempre? Nadie más tiene una copia.",
    delete_do: "Borrar todo",
    delete_not: "Conservarlo",
    deleted: "Se ha borrado todo. Textos guardados: {count}",
};
