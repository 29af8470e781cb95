package helpdesk.local.load;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The languages of the made-up customers, and how often each is spoken. */
final class Vocabulary {

    private static final List<String> CODES = List.of("en", "de", "fr", "es", "hi", "bn", "kk", "ta");

    /** How many of a hundred customers speak each. */
    private static final List<Integer> PERCENT = List.of(44, 15, 10, 10, 7, 6, 4, 4);

    private final List<Language> languages = CODES.stream().map(Language::read).toList();

    /** For each of a hundred customers the language. */
    private final List<Language> shares = IntStream.range(0, CODES.size())
            .boxed()
            .flatMap(place -> Stream.generate(() -> languages.get(place)).limit(PERCENT.get(place)))
            .toList();

    List<Language> languages() {
        return languages;
    }

    Language pick(Draw draw) {
        return draw.of(shares);
    }
}
