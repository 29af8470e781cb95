package helpdesk.notification.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A content that has words.
 *
 * @param placeholders what its words may say
 * @param languages in which it can be told
 */
public record TemplateView(String content, List<Placeholder> placeholders, List<Language> languages) {

    /**
     * What stands in braces in the words.
     *
     * @param necessary whether the words have to say it
     * @param sample what stands for it in a preview; absent when it is not known there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Placeholder(String name, boolean necessary, String sample) {}

    /**
     * A language of the words.
     *
     * @param version of the organisation's words, 0 for the built-in ones
     */
    public record Language(String language, boolean changed, int version) {}
}
