using Fluid;
using Fluid.Values;
using Gongkai.Web;
using Gongkai.Web.Models;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gongkai.OrchardCore.Pages;

/// <summary>Lets templates read what our modules' pages give them, also inside the pieces that they share.</summary>
/// <param name="localizers">Translates the templates' texts.</param>
internal sealed class LiquidSetup(IHtmlLocalizerFactory localizers) : IConfigureOptions<TemplateOptions>
{
    public void Configure(TemplateOptions options)
    {
        foreach (var type in typeof(Link).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(Link).Namespace))
            options.MemberAccessStrategy.Register(type);
        options.MemberAccessStrategy.Register<PageMetadata>();
        // A piece that is rendered sees nothing of the template around it, so not its translator either; the filter t asks for one.
        options.Scope.SetValue("ViewLocalizer", new ObjectValue(new PieceLocalizer(localizers.Create("Views.Gongkai", "Gongkai.OrchardCore"))));
    }

    private sealed class PieceLocalizer(IHtmlLocalizer inner) : IViewLocalizer
    {
        public LocalizedHtmlString this[string name] => inner[name];

        public LocalizedHtmlString this[string name, params object[] arguments] => inner[name, arguments];

        public LocalizedString GetString(string name) => inner.GetString(name);

        public LocalizedString GetString(string name, params object[] arguments) => inner.GetString(name, arguments);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => inner.GetAllStrings(includeParentCultures);
    }
}
