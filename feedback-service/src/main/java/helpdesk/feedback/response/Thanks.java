package helpdesk.feedback.response;

import helpdesk.feedback.language.Languages;
import java.util.Map;

/** The word of thanks that confirms the receipt of an answer (practice 30). */
public final class Thanks {

    private static final String ENGLISH = "en";

    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry(ENGLISH, "Thank you! We have your answer, and somebody here will read it."),
            Map.entry("de", "Vielen Dank! Ihre Antwort ist bei uns angekommen und wird von einem Menschen gelesen."),
            Map.entry("fr", "Merci ! Nous avons bien reçu votre réponse, et quelqu’un la lira."),
            Map.entry("es", "¡Gracias! Hemos recibido su respuesta y una persona la leerá."),
            Map.entry("pt", "Obrigado! Recebemos a sua resposta, e alguém a vai ler."),
            Map.entry("ru", "Спасибо! Мы получили ваш ответ, и его прочитает наш сотрудник."),
            Map.entry("kk", "Рақмет! Жауабыңызды алдық, оны біздің қызметкер оқиды."),
            Map.entry("hi", "धन्यवाद! आपका उत्तर हमें मिल गया है और हममें से कोई उसे पढ़ेगा।"),
            Map.entry("bn", "ধন্যবাদ! আপনার উত্তর আমরা পেয়েছি এবং আমাদের একজন তা পড়বেন।"),
            Map.entry("ta", "நன்றி! உங்கள் பதில் எங்களுக்குக் கிடைத்தது; எங்களில் ஒருவர் அதைப் படிப்பார்."),
            Map.entry("ar", "شكرًا لك! وصلت إجابتك إلينا، وسيقرؤها أحدنا."));

    private Thanks() {}

    /** In the language, or in English where we have no such word. */
    public static String in(String language) {
        return BY_LANGUAGE.get(Languages.choose(BY_LANGUAGE.keySet(), ENGLISH, language));
    }
}
