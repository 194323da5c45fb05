using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Gongkai.Content;
using Gongkai.Theming.Files;
using Gongkai.Theming.Templates;
using Gongkai.Theming.Values;
using Gongkai.Web;
using Gongkai.Web.Languages;
using Gongkai.Web.Models;

namespace Gongkai.Theming.Liquid;

/// <summary>Fluid with our names, and nothing else: what a template may read is declared here.</summary>
internal sealed class LiquidEngine
{
    // Far above what a page of thousands of links takes, far below what a runaway loop would cost a server.
    private const int MaximumSteps = 500_000;
    private const int MaximumRecursion = 64;

    private readonly HashSet<Type> _declared;
    private readonly bool _strict;

    public LiquidEngine(ThemingOptions options, TemplateStore templates, ThemeFiles files)
    {
        (Templates, Files, _strict) = (templates, files, options.Strict);
        _declared =
        [
            typeof(PageMetadata),
            .. typeof(ListEntry).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(ListEntry).Namespace),
            .. options.DeclaredTypes,
        ];
        Options = new()
        {
            FileProvider = templates,
            TemplateCache = new ParsedTemplates(templates, Parser),
            CultureInfo = PageLanguage.Simplified.Culture,
            MaxSteps = MaximumSteps,
            MaxRecursion = MaximumRecursion,
            ModelNamesComparer = StringComparer.Ordinal,
            StrictFilters = options.Strict,
        };
        if (_strict)
            Options.Undefined = name => throw new TemplateException($"模板用了没有的名称“{name}”，请检查拼写；可用的名称见 docs/themes.md。");
        foreach (var type in _declared)
            Options.MemberAccessStrategy.Register(type);
        Options.ValueConverters.Add(ToLiquid);
        ContentFilters.Register(Options.Filters);
        UrlFilters.Register(Options.Filters);
        TextFilters.Register(Options.Filters);
    }

    /// <summary>Escapes what HTML needs escaped and leaves Chinese as it is.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public FluidParser Parser { get; } = new LiquidTags();

    public TemplateOptions Options { get; }

    public TemplateStore Templates { get; }

    public ThemeFiles Files { get; }

    /// <summary>What a template sees of a value; null leaves it to Fluid.</summary>
    private object? ToLiquid(object value) => value switch
    {
        string or IConvertible or DateTimeOffset or TimeSpan => null,
        ContentItem item => new ContentItemValue(item),
        JsonNode node => JsonLiquid.Of(node),
        DateOnly day => new StringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Term term => new TermValue(term),
        IReadOnlyDictionary<string, object?> dictionary => new DictionaryValue(new ReadOnlyDictionaryLiquid<object?>(dictionary, Options)),
        IReadOnlyDictionary<string, string> dictionary => new DictionaryValue(new ReadOnlyDictionaryLiquid<string>(dictionary, Options)),
        IEnumerable => null,
        _ => _declared.Contains(value.GetType()) ? null : Undeclared(value.GetType()),
    };

    private NilValue Undeclared(Type type) => _strict
        ? throw new TemplateException($"模板读到了没有声明的类型 {type.FullName}，请放进 Gongkai.Web.Models，或加入 ThemingOptions.DeclaredTypes。")
        : NilValue.Instance;
}
