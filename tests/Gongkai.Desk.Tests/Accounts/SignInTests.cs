using System.Net;
using Gongkai.Desk.Tests.Support;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>Signing in and out in the real site.</summary>
public sealed class SignInTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page_and_back()
    {
        using var browser = desk.Open();

        var asked = await browser.GetAsync("/admin?x=1");
        var there = await browser.SubmitAsync(asked, form => (form["name"], form["password"]) = ("editor", DeskSite.Password));

        Assert.StartsWith("/admin/sign-in?returnUrl=", asked.Address, StringComparison.Ordinal);
        Assert.Equal("/admin?x=1", there.Address);
        Assert.Equal("概览", there.Heading);
    }

    [Theory]
    [InlineData("editor", "wrong-password")]
    [InlineData("nobody", DeskSite.Password)]
    [InlineData("editor", "")]
    [InlineData("", "")]
    [InlineData("<script>alert(1)</script>", "x")]
    public async Task A_wrong_name_and_a_wrong_password_look_alike(string name, string password)
    {
        using var browser = desk.Open();

        var answer = await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = (name, password));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("用户名或密码不对，或者账户已锁定", answer.Message, StringComparison.Ordinal);
        Assert.Null(answer.Document.QuerySelector("main script"));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example")]
    [InlineData("/admin\\@evil.example")]
    [InlineData("/administrator")]
    [InlineData("/")]
    public async Task Nobody_is_led_out_of_the_desk_after_signing_in(string returnUrl)
    {
        using var browser = desk.Open();

        var there = await browser.SubmitAsync(
            await browser.GetAsync("/admin/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl)), form => (form["name"], form["password"]) = ("editor", DeskSite.Password));

        Assert.Equal("/admin", there.Address);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        using var browser = desk.Open();

        var answer = await browser.PostAsync("/admin/sign-in", [new("name", "editor"), new("password", DeskSite.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("请求没有被接受", answer.Heading);
    }

    [Fact]
    public async Task Another_persons_form_is_refused()
    {
        using var editor = await desk.SignInAsync("editor");
        using var auditor = await desk.SignInAsync("auditor");
        var page = await editor.GetAsync("/admin");

        var answer = await auditor.SubmitAsync(page, selector: "header form[action$=sign-out]");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("概览", (await auditor.GetAsync("/admin")).Heading);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await desk.SignInAsync("editor");

        var after = await browser.SubmitAsync(await browser.GetAsync("/admin"), selector: "header form[action$=sign-out]");

        Assert.Equal("/admin/sign-in", after.Address);
        Assert.StartsWith("/admin/sign-in", (await browser.GetAsync("/admin")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_an_account_for_a_while()
    {
        await desk.AddAsync("forgetful", ["Editor"]);
        using var browser = desk.Open();
        for (var i = 0; i < 5; i++)
            await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("forgetful", "wrong"));

        var answer = await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("forgetful", DeskSite.Password));

        Assert.Contains("账户已锁定", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_desk_are_kept_nowhere_and_carry_the_sites_headers()
    {
        using var browser = await desk.SignInAsync("editor");

        var response = (await browser.GetAsync("/admin")).Response;

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.All(browser.Cookies, cookie => Assert.StartsWith("/admin", cookie.Path, StringComparison.Ordinal));
        Assert.All(browser.Cookies, cookie => Assert.True(cookie.HttpOnly));
    }

    [Fact]
    public async Task The_language_is_chosen_and_remembered()
    {
        using var browser = desk.Open();

        var english = await browser.PostAsync("/admin/language", LanguageForm(await browser.GetAsync("/admin/sign-in"), "en"));
        var unknown = await browser.PostAsync("/admin/language", LanguageForm(english, "xx"));

        Assert.Equal("Sign in", english.Heading);
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Sign in", unknown.Heading);
    }

    private static IEnumerable<KeyValuePair<string, string>> LanguageForm(DeskAnswer page, string language) =>
        new DeskForm(page.Form(".bar-languages")).Values.Append(new("language", language));
}
