package helpdesk.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A, that have an object on both sides; others are no changes of an object. */
class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}             | {'a':'c'}             | {'a':'c'}",
                "{'a':'b'}             | {'b':'c'}             | {'a':'b','b':'c'}",
                "{'a':'b'}             | {'a':null}            | {}",
                "{'a':'b','b':'c'}     | {'a':null}            | {'b':'c'}",
                "{'a':['b']}           | {'a':'c'}             | {'a':'c'}",
                "{'a':'c'}             | {'a':['b']}           | {'a':['b']}",
                "{'a':{'b':'c'}}       | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}     | {'a':[1]}             | {'a':[1]}",
                "{'e':null}            | {'a':1}               | {'e':null,'a':1}",
                "{'a':'foo'}           | {'a':{'b':1}}         | {'a':{'b':1}}",
                "{}                    | {'a':{'bb':{'ccc':null}}} | {'a':{'bb':{}}}"
            })
    void a_patch_changes_what_it_names(String target, String patch, String result) throws Exception {
        assertThat(new MergePatch(read(patch)).applyTo(read(target))).isEqualTo(read(result));
    }

    @Test
    void the_target_stays_as_it_is() throws Exception {
        ObjectNode target = read("{'a':{'b':1}}");
        new MergePatch(read("{'a':{'b':2}}")).applyTo(target);
        assertThat(target).isEqualTo(read("{'a':{'b':1}}"));
    }

    private static ObjectNode read(String json) throws Exception {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
