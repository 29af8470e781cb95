package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchDocumentTest {

    private final CopyBuffer row = new CopyBuffer();
    private final SearchDocument document = new SearchDocument(row);

    @Test
    void wordsHavePositionsAndNoCase() {
        document.begin(1042);
        document.add("The lamp, the LAMP.");
        document.add("Again");
        assertThat(text()).isEqualTo("'hd':1 '1042':2 'the':3 'lamp':4 'the':5 'lamp':6 'again':7 ");
    }

    @Test
    void hyphensPartWordsAndLatinLettersLoseTheirAccents() {
        document.begin(1042);
        document.add("Pouvéz-vous - SN-48213-K-");
        assertThat(text()).isEqualTo("'hd':1 '1042':2 'pouvez':3 'vous':4 'sn':5 '48213':6 'k':7 ");
    }

    @Test
    void vowelSignsBelongToTheirWords() {
        document.begin(1042);
        document.add("हिन्दी বাংলা, தமிழ்।");
        assertThat(text()).isEqualTo("'hd':1 '1042':2 'हिन्दी':3 'বাংলা':4 'தமிழ்':5 ");
    }

    @Test
    void eachDocumentCountsAnew() {
        document.begin(1042);
        document.add("one two");
        document.begin(1042);
        document.add("three");
        assertThat(text()).endsWith("'1042':2 'three':3 ");
    }

    @Test
    void neighboursOfOneTextHaveANumberOfTheirOwn() {
        document.begin(1042);
        document.add("Straße, très");
        document.add("again");
        assertThat(pairs()).containsExactly(pair("hd", "1042"), pair("1042", "strasse"), pair("strasse", "tres"));
    }

    private static String pair(String first, String second) {
        int bits = 31 * first.hashCode() + second.hashCode() & 0xffffff;
        byte[] bytes = {(byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
        return "'+" + Base64.getUrlEncoder().encodeToString(bytes) + "'";
    }

    private List<String> pairs() {
        return Arrays.stream(all().split(" "))
                .filter(word -> word.startsWith("'+"))
                .toList();
    }

    /** Without the pairs. */
    private String text() {
        return all().replaceAll("'\\+[^']*' ", "");
    }

    private String all() {
        return new String(row.bytes(), 0, row.length(), StandardCharsets.UTF_8);
    }
}
