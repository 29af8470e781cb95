package helpdesk.gateway.oidc;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.account.Account;
import helpdesk.gateway.account.ExternalAccounts;
import helpdesk.gateway.account.ExternalPerson;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.gateway.signin.FailedSignIns;
import helpdesk.gateway.token.TokenIssuer;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Exchanges a token of another issuer for one of ours, for an account that is found by issuer and subject, or made. */
@ApplicationScoped
class TokenExchange {

    private static final int LONGEST_SUBJECT = 255;

    private final Issuers issuers;
    private final ExternalAccounts accounts;
    private final FailedSignIns failures;
    private final TokenIssuer tokens;
    private final AuditLog audit;

    TokenExchange(
            Issuers issuers, ExternalAccounts accounts, FailedSignIns failures, TokenIssuer tokens, AuditLog audit) {
        this.issuers = issuers;
        this.accounts = accounts;
        this.failures = failures;
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * A token of ours.
     *
     * @param address from which it is asked for
     * @throws Problem {@code invalid-subject-token}, {@code no-role}, {@code issuer-away}, {@code forbidden} when the account is
     *     switched off, {@code last-administrator}, {@code too-many-attempts}
     */
    ExchangedToken exchange(ExchangeRequest request, String address) {
        // What is refused costs a place in the audit log, so it is not free.
        failures.begin(address);
        Issuer issuer = claimed(request.subjectToken());
        ExternalPerson person = verified(request.subjectToken(), issuer, address);
        String passwordHash = isKnown(person) ? null : accounts.nobodysPassword();
        Account account = QuarkusTransaction.requiringNew().call(() -> {
            Account found = accounts.of(person, passwordHash);
            if (found.active()) {
                failures.succeeded(address);
                audit.append(AuditAction.SIGNED_IN, actor(found), actor(found), "by " + issuer.name());
            }
            return found;
        });
        if (!account.active()) {
            writeDown(actor(account), "switched off, by " + issuer.name());
            throw PlatformProblem.FORBIDDEN.problem("The account is switched off here. Ask an administrator.");
        }
        return new ExchangedToken(
                tokens.forAccount(account),
                ExchangeRequest.ACCESS_TOKEN,
                "Bearer",
                tokens.lifetime().toSeconds());
    }

    private Issuer claimed(String token) {
        try {
            return issuers.claimed(token);
        } catch (Problem problem) {
            if (problem.type() == GatewayProblem.INVALID_SUBJECT_TOKEN) {
                writeDown(null, "by no issuer that is configured");
            }
            throw problem;
        }
    }

    private ExternalPerson verified(String token, Issuer issuer, String address) {
        try {
            ExternalPerson person = person(issuers.verified(token, issuer), issuer);
            if (person.roles().isEmpty()) {
                writeDown(null, "no role, by " + issuer.name());
                throw GatewayProblem.NO_ROLE.problem(
                        "%s says nothing about you that is a role here. Ask an administrator there.", issuer.name());
            }
            return person;
        } catch (Problem problem) {
            if (problem.type() == GatewayProblem.INVALID_SUBJECT_TOKEN) {
                writeDown(null, "not believed, by " + issuer.name());
            } else if (problem.type() == GatewayProblem.ISSUER_AWAY) {
                // Not the fault of the one who sent it.
                QuarkusTransaction.requiringNew().run(() -> failures.succeeded(address));
            }
            throw problem;
        }
    }

    private static ExternalPerson person(JwtClaims claims, Issuer issuer) {
        try {
            String subject = claims.getSubject();
            if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\u0000') >= 0) {
                throw Issuers.refused();
            }
            boolean ownMail = !Boolean.FALSE.equals(claims.getClaimValue("email_verified"));
            List<String> roles = issuer.roles(claims.getClaimsMap());
            return new ExternalPerson(
                    issuer.name(),
                    subject,
                    text(claims, "preferred_username"),
                    text(claims, "name"),
                    ownMail ? text(claims, "email") : null,
                    roles);
        } catch (MalformedClaimException e) {
            throw Issuers.refused();
        }
    }

    /** What is no text there is nothing here. */
    private static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? text : null;
    }

    private boolean isKnown(ExternalPerson person) {
        return QuarkusTransaction.requiringNew().call(() -> accounts.knows(person.issuer(), person.subject()));
    }

    private void writeDown(Actor subject, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(AuditAction.SIGN_IN_FAILED, Actor.system("gateway"), subject, reason));
    }

    private static Actor actor(Account account) {
        return Actor.account(account.id().toString());
    }
}
