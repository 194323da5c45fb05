using System.Text.Json.Nodes;
using CsCheck;
using Gongkai.Tests;

namespace Gongkai.Content.Tests;

/// <summary>Whatever stands where an address or an alias should be.</summary>
public sealed class AnyRouteTests
{
    private static readonly string[] Pieces =
        ["a", "A", "/", "//", ".", "..", "é", "É", "中", "-2", " ", "\t", "ß", "İ", "ı", "\u212a", "%2f", "?", "#", "\\", "\0", "\ud800", "𠮷", "entries", "Catalogue", "\u202e", "\u00a0"];

    private static readonly string[] Starts = ["", "javascript:", "JavaScript:", "data:", "vbscript:", "http:", "/", "//", "java\tscript:", "\u0001javascript:"];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[0, 60], Gen.Int[0, Pieces.Length - 1].Array[0, 8].Select(chosen => string.Concat(chosen.Select(i => Pieces[i]))));

    private static readonly ReservedRoutes Reserved = new([new("catalogue"), new("entries", "T", 2)]);

    [Fact]
    public void Normalising_twice_is_normalising_once() =>
        Text.Sample(text => Assert.Equal(ReservedRoutes.Normalize(text), ReservedRoutes.Normalize(ReservedRoutes.Normalize(text))), iter: 5_000, time: Fuzz.Seconds);

    [Fact]
    public void A_route_is_judged_the_same_however_it_is_written() =>
        Text.Sample(text =>
        {
            var path = text.Trim('/');
            Assert.Equal(Reserved.FaultOf(path, "T") is null, Reserved.FaultOf(ReservedRoutes.Normalize(path), "T") is null);
            Assert.Equal(Reserved.FaultOf(path, "N") is null, Reserved.FaultOf(path.ToUpperInvariant(), "N") is null);
        }, iter: 5_000, time: Fuzz.Seconds);

    [Fact]
    public void A_reserved_segment_cannot_be_taken_in_any_spelling() =>
        Text.Sample(text => Assert.NotNull(Reserved.FaultOf("CataLogue/" + text.Trim('/'), "T")), iter: 2_000, time: Fuzz.Seconds);

    [Fact]
    public void Any_text_as_a_route_or_an_alias_is_taken_or_refused() =>
        Text.Sample(text =>
        {
            var item = new ContentItem(new JsonObject
            {
                ["ContentItemId"] = "a",
                ["ContentType"] = "T",
                ["AutoroutePart"] = new JsonObject { ["Path"] = text, ["RouteContainedItems"] = true },
                ["AliasPart"] = new JsonObject { ["Alias"] = text },
            });
            var definitions = new DefinitionSnapshot([Trial.Type("T", ("AutoroutePart", "AutoroutePart", "{}"), ("AliasPart", "AliasPart", "{}"))], []);

            var errors = new ContentValidator(Reserved).Validate(item, definitions, Trial.Terms, forPublication: true);
            var contribution = IndexContribution.Of(item, definitions);
            var url = AutoroutePart.UrlOf(item);

            Assert.All(errors, error => Assert.StartsWith("AutoroutePart.Path", error.Path, StringComparison.Ordinal));
            Assert.InRange(contribution.Routes.Count, 0, 1);
            Assert.StartsWith("/", url, StringComparison.Ordinal);
            if (errors.Count == 0)
                Assert.DoesNotContain(url, c => c is '<' or '>' or '"' or '\\' || char.IsControl(c) || char.IsWhiteSpace(c));
        }, iter: 5_000, time: Fuzz.Seconds);

    [Fact]
    public void Any_text_as_a_link_is_taken_or_refused_and_none_that_runs_is_taken() =>
        Gen.Select(Gen.Int[0, Starts.Length - 1], Text).Sample((start, text) =>
        {
            var url = Starts[start] + text;
            if (LinkAddress.FaultOf(url) is null && Uri.TryCreate(new Uri("https://site.example/"), url, out var resolved))
                Assert.Contains(resolved.Scheme, (string[])["http", "https", "mailto", "tel"]);
        }, iter: 5_000, time: Fuzz.Seconds);
}
