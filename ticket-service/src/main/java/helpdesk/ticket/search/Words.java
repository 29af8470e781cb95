package helpdesk.ticket.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of texts in any language, as search compares them: cut by the rules of Unicode (UAX #29), languages without
 * spaces by dictionary or into pairs of characters, without case and width, Latin letters without accents.
 */
@ApplicationScoped
class Words {

    /** Longer ones are nobody's words; what is cut off is cut off on both sides. */
    private static final int LONGEST_WORD = 60;

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
            TokenStream words = new ASCIIFoldingFilter(new ICUNormalizer2Filter(new CJKBigramFilter(tokenizer)));
            return new TokenStreamComponents(tokenizer, new TruncateTokenFilter(words, LONGEST_WORD));
        }
    };

    /** The words of the text in their order, at most this many. */
    List<String> of(String text, int most) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < most && stream.incrementToken()) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
