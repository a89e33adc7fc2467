//! Signing in by the organisation's own service (OpenID Connect): code flow with PKCE, a state and a nonce that are kept
//! here and bound to the visit. It tells who somebody is; whether they have an account is decided here, and it makes none.
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
    core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{http, store::Abroad};
use crate::{
    db::{self, Tx},
    house::House,
    ident,
    privacy::{self, account},
};

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Why the service's word was not taken; for the log, without contents.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct OidcError(String);

fn wrong(what: &'static str) -> impl Fn(&dyn std::fmt::Display) -> OidcError {
    move |error| OidcError(format!("{what}: {error}"))
}

/// Who somebody is at the service.
pub(super) struct Known {
    /// The issuer with the subject there.
    pub subject: String,
    /// The address, when the service does not say that it is unproved.
    pub address: Option<String>,
    /// The service says that a second factor was used.
    pub strong: bool,
}

/// Where the visit is sent, and what it then waits for.
pub(super) async fn begin(house: &House, next: &str) -> Result<(String, Abroad), OidcError> {
    let client = client(house).await?;
    let [state, nonce, verifier] = [(); 3].map(|()| data_encoding::BASE64URL_NOPAD.encode(&ident::secret::<32>()));
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let (said_state, said_nonce) = (CsrfToken::new(state.clone()), Nonce::new(nonce.clone()));
    let (url, ..) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || said_state.clone(),
            move || said_nonce.clone(),
        )
        .add_scope(Scope::new("email".into()))
        .set_pkce_challenge(challenge)
        .url();
    Ok((url.into(), Abroad { state_hash: state_hash(&state), nonce, verifier, next: next.to_owned() }))
}

/// The hash of a state, as it is kept.
pub(super) fn state_hash(state: &str) -> Vec<u8> {
    Sha256::digest(state.as_bytes()).to_vec()
}

/// Changes the code for the service's word on who it is.
pub(super) async fn finish(house: &House, abroad: Abroad, code: String) -> Result<Known, OidcError> {
    let client = client(house).await?;
    let asked = client.exchange_code(AuthorizationCode::new(code)).map_err(|e| wrong("no token endpoint")(&e))?;
    let answer = asked
        .set_pkce_verifier(PkceCodeVerifier::new(abroad.verifier))
        .request_async(&http::ask)
        .await
        .map_err(|e| wrong("the code was not taken")(&e))?;
    let id_token = answer.id_token().ok_or_else(|| OidcError("the answer has no identity".into()))?;
    let clock = house.clock.clone();
    let verifier = client.id_token_verifier().set_time_fn(move || clock.now());
    let claims =
        id_token.claims(&verifier, &Nonce::new(abroad.nonce)).map_err(|e| wrong("the identity is not proved")(&e))?;
    let subject = format!("{} {}", claims.issuer().as_str(), claims.subject().as_str());
    let mut address = proved(claims.email().map(|email| email.as_str()), claims.email_verified());
    if claims.email().is_none()
        && let Ok(asked) = client.user_info(answer.access_token().clone(), Some(claims.subject().clone()))
    {
        let info: CoreUserInfoClaims =
            asked.request_async(&http::ask).await.map_err(|e| wrong("the address was not told")(&e))?;
        address = proved(info.email().map(|email| email.as_str()), info.email_verified());
    }
    let methods = claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str());
    let class = claims.auth_context_ref().map(|class| class.as_str());
    let strong = is_strong(house.config.get("oidc_strong"), methods.chain(class));
    Ok(Known { subject, address, strong })
}

/// Whether one of what the service said (RFC 8176: `mfa`) is among the values that stand for a second factor.
fn is_strong<'s>(strong: &str, mut said: impl Iterator<Item = &'s str>) -> bool {
    said.any(|said| strong.split_whitespace().any(|strong| strong == said))
}

fn proved(address: Option<&str>, verified: Option<bool>) -> Option<String> {
    address.filter(|_| verified != Some(false)).map(str::to_owned)
}

/// The account of who is known: by the subject, else by the address, which then is bound to the subject.
pub(super) async fn account_of(tx: &mut Tx, known: &Known) -> db::Result<Option<Uuid>> {
    if let Some(human) = account::human_by_subject(tx, &known.subject).await? {
        return Ok(Some(human.id));
    }
    let Some(address) = &known.address else { return Ok(None) };
    let Some(human) = privacy::human_by_address(tx, address).await? else { return Ok(None) };
    Ok(account::bind_subject(tx, human.id, &known.subject).await?.then_some(human.id))
}

/// The service as it describes itself now: its keys may have changed since the last time.
async fn client(house: &House) -> Result<Client, OidcError> {
    let config = &house.config;
    let issuer = IssuerUrl::new(config.get("oidc_issuer").to_owned()).map_err(|e| wrong("oidc_issuer")(&e))?;
    let metadata = CoreProviderMetadata::discover_async(issuer, &http::ask)
        .await
        .map_err(|e| wrong("the service does not describe itself")(&e))?;
    let back = RedirectUrl::new(format!("{}/signin/oidc/callback", config.get("public_url")))
        .map_err(|e| wrong("public_url")(&e))?;
    let secret = Some(config.get("oidc_client_secret")).filter(|secret| !secret.is_empty());
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(config.get("oidc_client_id").to_owned()),
        secret.map(|secret| ClientSecret::new(secret.to_owned())),
    );
    Ok(client.set_redirect_uri(back))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_named_values_stand_for_a_second_factor() {
        let strong = "mfa http://suomi.fi/acr/loa2";
        assert!(is_strong(strong, ["pwd", "mfa"].into_iter()));
        assert!(is_strong(strong, ["http://suomi.fi/acr/loa2"].into_iter()));
        assert!(!is_strong(strong, ["pwd", "mf", "http://suomi.fi/acr"].into_iter()));
        assert!(!is_strong(strong, std::iter::empty()) && !is_strong("", ["mfa", ""].into_iter()));
    }
}
