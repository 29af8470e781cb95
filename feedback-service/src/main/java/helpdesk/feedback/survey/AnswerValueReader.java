package helpdesk.feedback.survey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Reads an answer's value by what it is in JSON. */
class AnswerValueReader extends StdDeserializer<AnswerValue> {

    AnswerValueReader() {
        super(AnswerValue.class);
    }

    @Override
    public AnswerValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT) {
            return new AnswerValue.Whole(parser.getIntValue());
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return new AnswerValue.Truth(token == JsonToken.VALUE_TRUE);
        }
        if (token == JsonToken.VALUE_STRING) {
            // By the mapper's own reader of texts, which knows what can be stored.
            return new AnswerValue.Words(context.readValue(parser, String.class));
        }
        throw JsonMappingException.from(parser, "Answer with a whole number, true or false, or a text.");
    }
}
