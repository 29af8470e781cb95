package helpdesk.local.command;

import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.PartState;
import helpdesk.local.stack.ServiceDatabase;
import helpdesk.local.stack.StackState;

/** The running stack that is measured, and its administrator. */
record MeasuredStack(DataDirectory directory, StackState state, String password) {

    static MeasuredStack of(DataOption data) {
        DataDirectory directory = data.directory();
        StackState state = new RunningStack(directory).ready(data, "then measure");
        String password = AdminPassword.kept(directory.adminPassword())
                .orElseThrow(() ->
                        new StartFailure("The administrator's password is needed in %s: put it back and measure again."
                                .formatted(directory.adminPassword())));
        return new MeasuredStack(directory, state, password);
    }

    /** Signs the administrator in, at the gateway. */
    HelpdeskApi admin() {
        return HelpdeskApi.anonymous(state.url()).as("admin", password);
    }

    /** Signs the administrator in, at a service directly. */
    HelpdeskApi adminAt(String service) {
        PartState part = state.part(service)
                .orElseThrow(
                        () -> new StartFailure("%s does not run: './helpdesk status' tells more.".formatted(service)));
        return admin().at("http://127.0.0.1:" + part.port());
    }

    ServiceDatabase database(ServiceKind service) {
        return ServiceDatabase.of(service, state, directory, System.getenv());
    }
}
