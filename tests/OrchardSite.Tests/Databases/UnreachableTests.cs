using Gongkai.Tests;

namespace OrchardSite.Tests;

/// <summary>A database that cannot be used is told in a sentence, without its password.</summary>
public sealed class UnreachableTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=geheim-口令;Database=d", "连接不上")]
    [InlineData("Host=127.0.0.1;Usernam=u;Password=geheim-口令;Database=d", "连接字符串")]
    [InlineData("Username=u;Password=geheim-口令", "连接字符串")]
    [InlineData("nonsense geheim-口令", "连接字符串")]
    public Task A_database_that_cannot_be_reached_is_told_in_a_sentence(string connection, string expected) =>
        SaysAsync(connection, expected);

    internal static async Task SaysAsync(string connection, string expected)
    {
        await using var place = SitePlace.On(connection);
        foreach (var command in (string[])["check", "serve"])
        {
            var (code, said) = await place.RunAsync(command);

            Assert.Equal(1, code);
            Assert.Contains(expected, said, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresCluster.Password, said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }
    }
}
