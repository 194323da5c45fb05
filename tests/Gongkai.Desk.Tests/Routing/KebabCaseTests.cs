using Gongkai.Desk.Routing;

namespace Gongkai.Desk.Tests.Routing;

public sealed class KebabCaseTests
{
    [Theory]
    [InlineData("SignIn", "sign-in")]
    [InlineData("Users", "users")]
    [InlineData("Totp2Codes", "totp2-codes")]
    public void Names_of_pages_become_addresses(string name, string address) => Assert.Equal(address, new KebabCase().TransformOutbound(name));

    [Theory]
    [InlineData("/admin", true)]
    [InlineData("/desk-2", true)]
    [InlineData("admin", false)]
    [InlineData("/", false)]
    [InlineData("/a/b", false)]
    [InlineData("/Admin", false)]
    [InlineData("/admin\n", false)]
    [InlineData("/../x", false)]
    public void The_desks_address_is_one_plain_segment(string path, bool isPath) => Assert.Equal(isPath, DeskOptions.IsPath(path));
}
