namespace Gongkai.Content.Tests;

public sealed class ReservedRoutesTests
{
    private static readonly ReservedRoutes Reserved = new([new("catalogue"), new("entries", "DisclosureEntry", 2), new("questions", "QaIssue", 3)]);

    [Theory]
    [InlineData("guide", "Page")]
    [InlineData("about/关于", "Page")]
    [InlineData("catalogues", "Page")]
    [InlineData("a/catalogue", "Page")]
    [InlineData("entries/1", "DisclosureEntry")]
    [InlineData("questions/2021/3", "QaIssue")]
    public void Free_to_take(string path, string type) => Assert.Null(Reserved.FaultOf(path, type));

    [Theory]
    [InlineData("catalogue", "Page")]
    [InlineData("Catalogue/x", "Page")]
    [InlineData("entries", "DisclosureEntry")]
    [InlineData("entries/1", "Page")]
    [InlineData("questions/2021", "QaIssue")]
    [InlineData("a//b", "Page")]
    [InlineData("./a", "Page")]
    [InlineData("a/..", "Page")]
    [InlineData("a /b", "Page")]
    [InlineData("a\\b", "Page")]
    [InlineData("a#b", "Page")]
    [InlineData("a%2fb", "Page")]
    [InlineData("<a>", "Page")]
    [InlineData("a\nb", "Page")]
    public void Not_to_be_taken(string path, string type) => Assert.NotNull(Reserved.FaultOf(path, type));

    [Theory]
    [InlineData("/Entries/A-1/", "entries/a-1")]
    [InlineData("制度", "制度")]
    public void Routes_compare_without_case_and_outer_slashes(string path, string normalized) => Assert.Equal(normalized, ReservedRoutes.Normalize(path));
}
