import './look/theme.css';
import './look/base.css';
import './look/controls.css';
import './look/blocks.css';
import './look/tables.css';
import './look/charts.css';
import './look/workspace.css';
import './look/messages.css';
import './look/composer.css';
import './look/building.css';
import './look/faults.css';
import { mount } from './mount.tsx';
import { Page } from './page.tsx';

mount(<Page />);
