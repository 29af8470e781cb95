package helpdesk.platform.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where something is mentioned.
 *
 * @param column of a table
 * @param count how many rows, or records of the topic
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mention(
        @Schema(description = "Of a table, or of a topic", examples = "ticket_comment")
        String table,

        String column,
        String topic,
        long count) {}
