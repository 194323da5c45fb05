using Gongkai.Desk.Accounts;
using Gongkai.Desk.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Gongkai.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Tests.Accounts;

/// <summary>Passwords are judged by guesses, not by kinds of characters.</summary>
public sealed class PasswordStrengthTests(DeskSite desk) : IClassFixture<DeskSite>
{
    [Theory]
    [InlineData("short-1A!", "太短")]
    [InlineData("P@ssw0rd123", "太容易猜到")]
    [InlineData("1234567890", "太容易猜到")]
    [InlineData("qwertyuiop", "太容易猜到")]
    [InlineData("aaaaaaaaaaaaaaa", "太容易猜到")]
    [InlineData("2026-11-25", "太容易猜到")]
    [InlineData("zhangsan-1", "自己的名字")]
    [InlineData("zhangsan2026", "自己的名字")]
    [InlineData("correct horse battery staple", null)]
    [InlineData("kettle木星绿茶跑步", null)]
    [InlineData("k7pq-m3xw-t9fa-2hcd", null)]
    public void A_password_is(string password, string? fault)
    {
        using var scope = desk.Services.CreateScope();
        var strength = scope.ServiceProvider.GetServices<IPasswordValidator<Account>>().OfType<PasswordStrength>().Single();

        var found = strength.FaultOf(password, "zhangsan", "张三");

        if (fault is null)
            Assert.Null(found);
        else
            Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_of_megabytes_is_refused_before_it_is_judged()
    {
        using var scope = desk.Services.CreateScope();
        var strength = scope.ServiceProvider.GetServices<IPasswordValidator<Account>>().OfType<PasswordStrength>().Single();

        Assert.Contains("太长", strength.FaultOf(new string('x', 1_000_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Made_passwords_are_strong()
    {
        using var scope = desk.Services.CreateScope();
        var strength = scope.ServiceProvider.GetServices<IPasswordValidator<Account>>().OfType<PasswordStrength>().Single();

        Assert.All(Enumerable.Range(0, 20).Select(_ => RandomPassword.Make()), password => Assert.Null(strength.FaultOf(password)));
    }
}
