package helpdesk.notification.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolvers;
import java.util.Map;
import java.util.Optional;

/** Words that an organisation wrote in place of the built-in ones. {@link TemplateText} has looked through them. */
record OwnWords(int number, Template subject, Template body) {

    /** In characters, of what comes out. */
    private static final int LONGEST_SUBJECT = 500;

    private static final int LONGEST_BODY = 20_000;

    /** It knows sections and the data it is given, and nothing of the service: a second wall behind {@link TemplateText}. */
    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapResolver())
            .addValueResolver(ValueResolvers.mapperResolver())
            .build();

    static OwnWords of(int number, TemplateText subject, TemplateText body) {
        return new OwnWords(number, ENGINE.parse(subject.source()), ENGINE.parse(body.source()));
    }

    /** Tells something by them; empty when nothing comes out, or more than a message can have. */
    Optional<Text> tell(String language, Map<String, String> data) {
        Text text =
                new Text(language, tell(subject, data).strip(), tell(body, data).strip());
        boolean fits = !text.subject().isEmpty()
                && text.subject().length() <= LONGEST_SUBJECT
                && !text.body().isEmpty()
                && text.body().length() <= LONGEST_BODY;
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static String tell(Template template, Map<String, String> data) {
        TemplateInstance instance = template.instance();
        data.forEach(instance::data);
        return instance.render();
    }
}
