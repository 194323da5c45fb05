using Gongkai.Content;
using Gongkai.Desk.Accounts;
using Gongkai.Desk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>What happens to accounts is in the audit trail, and no password is.</summary>
public sealed class AccountRecordTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Signing_in_and_what_is_done_to_accounts_leave_their_rows()
    {
        using var browser = desk.Open();
        await browser.SubmitAsync(await browser.GetAsync("/admin/sign-in"), form => (form["name"], form["password"]) = ("nobody", "Very-Secret-Attempt"));
        using var editor = await desk.SignInAsync("editor");
        await editor.GetAsync("/admin/users");
        await editor.SubmitAsync(await editor.GetAsync("/admin"), selector: "header form[action$=sign-out]");
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountWork>().LockAsync(new("administrator", "管理员", ["Administrator"], []), "reviewer");

        var records = new List<AuditRecord>();
        await foreach (var record in desk.Services.GetRequiredService<IAuditTrail>().StreamAsync(new()))
            records.Add(record);
        string[] told = [.. records.Where(record => record.Action.StartsWith("User.", StringComparison.Ordinal) || record.Action == AuditActions.AccessRefused)
            .Select(record => $"{record.User} {record.Action} {record.Result} {record.Title}")];

        Assert.Equal(
            [
                // What was typed for a name may be a password.
                " User.SignedIn Refused ",
                "editor User.SignedIn Succeeded editor",
                "editor Access.Refused Refused GET /admin/users",
                "editor User.SignedOut Succeeded editor",
                "administrator User.Saved Succeeded reviewer",
            ],
            told);
        Assert.DoesNotContain(records, record => record.ToString().Contains("Very-Secret-Attempt", StringComparison.Ordinal));
    }
}
