namespace Gongkai.Content.Tests;

public sealed class AutorouteHandlerTests
{
    [Theory]
    [InlineData("pages/x", null, "pages/x")]
    [InlineData(" /pages/x/ ", null, "pages/x")]
    [InlineData("pages/x", "own", "own")]
    [InlineData(" ", null, null)]
    public async Task An_item_without_an_address_gets_what_the_pattern_says(string rendered, string? given, string? expected)
    {
        var (item, change) = await PublishAsync(rendered, null, given);

        Assert.Equal(expected, AutoroutePart.RouteOf(item));
        Assert.Empty(change.Errors);
    }

    [Fact]
    public async Task A_pattern_that_is_not_valid_is_told()
    {
        var (_, change) = await PublishAsync(null, "第 1 行", null);

        Assert.Equal("AutoroutePart.Path", Assert.Single(change.Errors).Path);
        Assert.Contains("第 1 行", change.Errors[0].Message, StringComparison.Ordinal);
    }

    private static async Task<(ContentItem Item, ContentChange Change)> PublishAsync(string? rendered, string? fault, string? given)
    {
        var item = new ContentItem("T", "a");
        if (given is not null)
            item.EnsurePart("AutoroutePart")["Path"] = given;
        var change = new ContentChange(item, ItemState.None, null!, isImport: false);
        await new AutorouteHandler(new Definitions(), new Liquid(rendered, fault)).PublishingAsync(change, default);
        return (item, change);
    }

    private sealed class Definitions : IContentDefinitions
    {
        public DefinitionSnapshot Current { get; } = new([Trial.Type("T", ("AutoroutePart", "AutoroutePart", """{"AutoroutePartSettings":{"Pattern":"{{ x }}"}}"""))], []);

        public Task SaveAsync(IReadOnlyCollection<ContentTypeDefinition> types, IReadOnlyCollection<ContentPartDefinition> parts, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task RemoveAsync(IReadOnlyCollection<string> types, IReadOnlyCollection<string> parts, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    private sealed class Liquid(string? text, string? problem) : ILiquid
    {
        public string? Render(string pattern, ContentItem item, out string? fault)
        {
            fault = problem;
            return text;
        }
    }
}
