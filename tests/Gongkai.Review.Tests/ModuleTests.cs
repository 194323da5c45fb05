using Gongkai.Web;

namespace Gongkai.Review.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void A_home_registers_it_as_a_module() => Assert.Equal("Gongkai.Review", Assert.IsAssignableFrom<IModule>(new Module()).Name);
}
