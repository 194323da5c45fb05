using System.Security.Cryptography;
using Gongkai.Content;
using Gongkai.Desk.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>Signing in at the organisation's own place, here a small one that says whoever it is told to.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private readonly Provider _provider = new();
    private DeskSite _desk = null!;

    public async Task InitializeAsync()
    {
        await _provider.StartAsync();
        _desk = new(("Desk:OpenIdConnect:Authority", _provider.Address), ("Desk:OpenIdConnect:ClientId", "desk"), ("Desk:OpenIdConnect:ClientSecret", "secret"));
        await _desk.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_an_account_comes_in_is_known_by_who_they_are_and_nobody_takes_their_place()
    {
        Assert.Equal("/admin", (await SignInAsync("subject-1", "editor")).Address);
        // Known by the subject from now on, whatever name it has.
        Assert.Equal("/admin", (await SignInAsync("subject-1", "renamed")).Address);

        var usurper = await SignInAsync("subject-2", "editor");
        Assert.Contains("“editor”在这里没有可用的账户", usurper.Text, StringComparison.Ordinal);
        var stranger = await SignInAsync("subject-3", "stranger");
        Assert.Contains("“stranger”在这里没有可用的账户", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await _desk.Services.GetRequiredService<IAccounts>().ListAsync()), account => account.Name == "stranger");
    }

    [Fact]
    public async Task Who_is_locked_here_stays_out()
    {
        await _desk.WithUsersAsync(async users => await users.SetLockoutEndDateAsync((await users.FindByNameAsync("auditor"))!, DateTimeOffset.MaxValue));

        Assert.Contains("没有可用的账户", (await SignInAsync("subject-4", "auditor")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_without_having_gone_is_refused_in_words()
    {
        using var browser = _desk.Open();

        Assert.Contains("统一登录没有完成", (await browser.GetAsync("/admin/sign-in-with")).Text, StringComparison.Ordinal);
    }

    private async Task<DeskAnswer> SignInAsync(string subject, string name)
    {
        (_provider.Subject, _provider.Name) = (subject, name);
        using var browser = _desk.Open();
        return await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), selector: "form[action*=sign-in-with]");
    }

    /// <summary>The least that OpenID Connect asks of a provider.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private readonly RSA _rsa = RSA.Create(2048);
        private readonly WebApplication _app;
        private string _nonce = "";

        public Provider()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            var key = new RsaSecurityKey(_rsa) { KeyId = "key" };
            _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = Address,
                ["authorization_endpoint"] = Address + "/authorize",
                ["token_endpoint"] = Address + "/token",
                ["jwks_uri"] = Address + "/keys",
            }));
            _app.MapGet("/keys", () => Results.Json(new Dictionary<string, object>
            {
                ["keys"] = new[]
                {
                    new Dictionary<string, string>
                    {
                        ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "key",
                        ["n"] = Base64UrlEncoder.Encode(_rsa.ExportParameters(false).Modulus), ["e"] = Base64UrlEncoder.Encode(_rsa.ExportParameters(false).Exponent),
                    },
                },
            }));
            _app.MapGet("/authorize", (HttpContext http) =>
            {
                _nonce = http.Request.Query["nonce"]!;
                return Results.Redirect(QueryHelpers.AddQueryString(http.Request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = "code", ["state"] = http.Request.Query["state"] }));
            });
            _app.MapPost("/token", () => Results.Json(new Dictionary<string, object>
            {
                ["access_token"] = "access",
                ["token_type"] = "Bearer",
                ["id_token"] = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
                {
                    Issuer = Address,
                    Audience = "desk",
                    Claims = new Dictionary<string, object> { ["sub"] = Subject, ["preferred_username"] = Name, ["nonce"] = _nonce },
                    SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
                }),
            }));
        }

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public string Subject { get; set; } = "";

        public string Name { get; set; } = "";

        public Task StartAsync() => _app.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _rsa.Dispose();
        }
    }
}
