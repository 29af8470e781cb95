package helpdesk.platform.retirement;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.model.Extensions;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Marks operations that will go as deprecated in the API document, when it is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RetirementDocument implements OASFilter {

    /** By what the document's builder calls their methods. */
    private final Map<String, Retirement> retirements = new HashMap<>();

    public RetirementDocument(IndexView index) {
        for (AnnotationInstance retiring : index.getAnnotations(Retiring.class)) {
            MethodInfo method = retiring.target().asMethod();
            Operation reference = OASFactory.createOperation();
            Extensions.setMethodRef(reference, method.declaringClass(), method);
            retirements.put(
                    Extensions.getMethodRef(reference),
                    Retirement.parse(
                            retiring.value("deprecated").asString(),
                            retiring.value("sunset").asString(),
                            retiring.value("information").asString()));
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Retirement retirement = retirements.get(Extensions.getMethodRef(operation));
        if (retirement != null) {
            operation.setDeprecated(true);
            operation.addExtension("x-deprecated", retirement.deprecated().toString());
            operation.addExtension("x-sunset", retirement.sunset().toString());
            operation.addExtension(
                    "x-deprecation-information", retirement.information().toString());
        }
        return operation;
    }
}
