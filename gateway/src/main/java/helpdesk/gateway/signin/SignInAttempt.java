package helpdesk.gateway.signin;

import java.util.Set;

/**
 * An attempt to sign in that was let pass.
 *
 * @param here what the username and the address together are counted under
 * @param counted all that it counts against until it is known to have succeeded
 */
record SignInAttempt(String here, Set<String> counted) {}
