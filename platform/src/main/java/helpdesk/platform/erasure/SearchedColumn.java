package helpdesk.platform.erasure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A column that can hold texts. */
record SearchedColumn(String name, String type) {

    /** Whether a row has one of the terms there. */
    String condition() {
        String column = SearchedTable.quoted(name);
        return switch (type) {
            case "bytea" ->
                "exists (select 1 from unnest(?) as t (term) where position(convert_to(term, 'UTF8') in %s) > 0)"
                        .formatted(column);
            case "tsvector" ->
                "exists (select 1 from unnest(?) as t (term) where %s @@ plainto_tsquery('simple', term))"
                        .formatted(column);
            default -> "lower(%s::text) like any(?)".formatted(column);
        };
    }

    /** The terms in the form that the condition needs. */
    String[] forms(List<String> terms) {
        return switch (type) {
            case "bytea" ->
                terms.stream()
                        .flatMap(term -> Stream.of(term, term.toLowerCase(Locale.ROOT)))
                        .distinct()
                        .toArray(String[]::new);
            case "tsvector" -> terms.toArray(String[]::new);
            default -> terms.stream().map(LikePattern::containing).toArray(String[]::new);
        };
    }
}
