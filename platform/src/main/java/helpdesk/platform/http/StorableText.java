package helpdesk.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses what no database text and no UTF-8 can hold, wherever it hides in a body: U+0000, and surrogates without their
 * partner.
 */
final class StorableText {

    private StorableText() {}

    static Module module() {
        return new SimpleModule("storable text")
                .addDeserializer(String.class, new Text())
                .addKeyDeserializer(String.class, new Key())
                .addDeserializer(JsonNode.class, new Tree<>(JsonNode.class))
                .addDeserializer(ObjectNode.class, new Tree<>(ObjectNode.class))
                .addDeserializer(ArrayNode.class, new Tree<>(ArrayNode.class));
    }

    private static Optional<String> fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return Optional.of("Leave the character U+0000 out.");
            }
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return Optional.of("The text has half a character (a lone surrogate).");
            }
        }
        return Optional.empty();
    }

    private static final class Text extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            Optional<String> fault = text == null ? Optional.empty() : fault(text);
            if (fault.isPresent()) {
                throw JsonMappingException.from(parser, fault.get());
            }
            return text;
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            Optional<String> fault = fault(key);
            if (fault.isPresent()) {
                throw JsonMappingException.from(context, fault.get());
            }
            return key;
        }
    }

    /** Reads a tree as Jackson does, and looks through it. */
    private static final class Tree<T extends JsonNode> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final JsonDeserializer<? extends JsonNode> plain;

        private Tree(Class<T> type) {
            this.type = type;
            this.plain = JsonNodeDeserializer.getDeserializer(type);
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T tree = type.cast(plain.deserialize(parser, context));
            look(tree, parser);
            return tree;
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            return type.cast(plain.getNullValue(context));
        }

        private static void look(JsonNode node, JsonParser parser) throws JsonMappingException {
            if (node.isTextual()) {
                refuse(node.textValue(), parser);
            } else if (node instanceof ObjectNode object) {
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    refuse(field.getKey(), parser);
                    try {
                        look(field.getValue(), parser);
                    } catch (JsonMappingException e) {
                        e.prependPath(object, field.getKey());
                        throw e;
                    }
                }
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    try {
                        look(array.get(i), parser);
                    } catch (JsonMappingException e) {
                        e.prependPath(array, i);
                        throw e;
                    }
                }
            }
        }

        private static void refuse(String text, JsonParser parser) throws JsonMappingException {
            Optional<String> fault = fault(text);
            if (fault.isPresent()) {
                throw JsonMappingException.from(parser, fault.get());
            }
        }
    }
}
