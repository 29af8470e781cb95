package helpdesk.feedback.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.platform.contact.LanguageTag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A choice among what customers may be asked about. Each list that is there narrows it; of each, one entry suffices.
 *
 * @param languages of the customer; {@code pt} means {@code pt-BR}, too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "SurveyCases")
public record Cases(
        @Size(max = MOST, message = "At most 50.")
        List<@NotBlank(message = "Name a channel.") @Size(max = 40, message = "At most 40 characters.") String>
                channels,

        @Size(max = MOST, message = "At most 50.")
        List<@NotBlank(message = "Name a type.") @Size(max = 40, message = "At most 40 characters.") String> types,

        @Size(max = MOST, message = "At most 50.")
        List<@NotBlank(message = "Name a category.") @Size(max = 1000, message = "At most 1000 characters.") String>
                categories,

        @Size(max = MOST, message = "At most 50.")
        List<@NotBlank(message = "Name a group.") @Size(max = 1000, message = "At most 1000 characters.") String>
                groups,

        @Size(max = MOST, message = "At most 50.")
        List<@NotNull(message = "Name a language.") @LanguageTag String> languages) {

    private static final int MOST = 50;

    /** No choice: all of them as an allowance, none as an exception. */
    static final Cases NONE = new Cases(null, null, null, null, null);

    public Cases {
        channels = channels == null ? List.of() : channels;
        types = types == null ? List.of() : types;
        categories = categories == null ? List.of() : categories;
        groups = groups == null ? List.of() : groups;
        languages = languages == null ? List.of() : languages;
    }

    boolean isEmpty() {
        return isAboutCustomersOnly() && languages.isEmpty();
    }

    /** Whether it says nothing of tickets. */
    boolean isAboutCustomersOnly() {
        return channels.isEmpty() && types.isEmpty() && categories.isEmpty() && groups.isEmpty();
    }

    boolean include(Case one) {
        return isAmong(one.channel(), channels)
                && isAmong(one.type(), types)
                && isAmong(one.category(), categories)
                && isAmong(one.group(), groups)
                && speaks(one.language());
    }

    private boolean speaks(String language) {
        return languages.isEmpty()
                || language != null
                        && languages.stream()
                                .map(tag -> tag.toLowerCase(Locale.ROOT))
                                .anyMatch(tag -> language.toLowerCase(Locale.ROOT)
                                                .equals(tag)
                                        || language.toLowerCase(Locale.ROOT).startsWith(tag + "-"));
    }

    private static boolean isAmong(String value, List<String> wanted) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
