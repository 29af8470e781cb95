package helpdesk.feedback.survey;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** What a customer answered: on the wire a whole number, true or false, or a text. */
@JsonDeserialize(using = AnswerValueReader.class)
public sealed interface AnswerValue {

    /** A number on a scale. */
    record Whole(@JsonValue int number) implements AnswerValue {}

    /** Yes or no. */
    record Truth(@JsonValue boolean yes) implements AnswerValue {}

    /** A text, or the value of an option. */
    record Words(@JsonValue String text) implements AnswerValue {}
}
