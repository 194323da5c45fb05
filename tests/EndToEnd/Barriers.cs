using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EndToEnd;

/// <summary>What axe finds wrong with a page for people who cannot see, point or tell colours apart, and whether it scrolls sideways.</summary>
/// <remarks>axe runs in the page itself, once for each document, and answers with nothing but its findings: what it found in order is most of its answer and nobody reads it.</remarks>
internal static class Barriers
{
    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    /// <summary>Waits until the page has been drawn as it is now, then looks. Null where axe has not come yet.</summary>
    private const string Search = """
        async rules => {
          if (!window.axe) return null;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: innerWidth < 500 } } }) };
          const { violations } = await axe.run(document, options);
          const root = document.documentElement;
          return [
            ...violations.map(found => `${found.id}: ${found.help} ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`),
            ...(root.scrollWidth > root.clientWidth ? ['It scrolls sideways.'] : []),
          ];
        }
        """;

    /// <summary>The findings on the page as it is.</summary>
    public static async Task<string[]> OfAsync(IPage page, bool onlyColours = false)
    {
        string[]? rules = onlyColours ? ["color-contrast"] : null;
        if (await page.EvaluateAsync<string[]?>(Search, rules) is { } found)
            return found;
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]?>(Search, rules) ?? throw new InvalidOperationException("axe did not come.");
    }
}
